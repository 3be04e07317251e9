// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.jobs.source.single.ReadTimes;
import io.drey.operators.event.Event;
import org.apache.flink.api.connector.source.SourceOutput;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the records of one input, in order: a line of a file, or the value of a message. Where
 * the bytes are from and where the records go is up to its caller. Not thread-safe.
 */
public final class EventDecoder {
  private final LineParser parser;
  private final SourceRecords records;

  /**
   * Makes a decoder for one input.
   *
   * @param parser of the input, which has read its header if it needs one
   */
  public EventDecoder(LineParser parser, SourceRecords records) {
    this.parser = parser;
    this.records = records;
  }

  /**
   * Decodes {@code bytes[from, to)}, which are not blank.
   *
   * @param number of the record in its input: of its line, or its offset
   * @return an event or a malformed record, reused by the next call; null for a header
   */
  public @Nullable InputRecord decode(byte[] bytes, int from, int to, long number) {
    try {
      Event event = parser.parse(bytes, from, to);
      return event == null ? null : records.event(event);
    } catch (MalformedLineException e) {
      return records.malformed(e, bytes, from, to, Long.toString(number));
    }
  }

  /** Decodes the record that a reader has moved to, as {@link #decode(byte[], int, int, long)}. */
  @Nullable InputRecord decode(RecordReader reader) {
    try {
      Event event = parsed(reader, parser);
      return event == null ? null : records.event(event);
    } catch (MalformedLineException e) {
      return records.malformed(e, reader.bytes(), reader.from(), reader.to(), reader.place());
    }
  }

  /** The event of the record that a reader has moved to; null for a header. */
  static @Nullable Event parsed(RecordReader reader, LineParser parser)
      throws MalformedLineException {
    if (reader.isOverlong()) {
      throw new MalformedLineException("Longer than " + (ByteWindow.LONGEST >> 20) + " MiB");
    }
    String problem = reader.problem();
    if (problem != null) {
      throw new MalformedLineException(problem);
    }
    Event event = parser.parse(reader.bytes(), reader.from(), reader.to());
    return event == null ? null : reader.whole(event);
  }

  /** Emits the record that was decoded last. */
  void emit(InputRecord record, SourceOutput<InputRecord> output) {
    records.emit(record, output);
  }

  ReadTimes times() {
    return records.times();
  }
}
