// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.jobs.source.single.ReadTimes;
import io.drey.operators.event.Event;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.types.Either;
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
   * @return an event (right, reused by the next call) or a malformed record (left), at {@link
   *     #time}; null for a header
   */
  public @Nullable Either<Event, Event> decode(byte[] bytes, int from, int to, long number) {
    try {
      Event event = parser.parse(bytes, from, to);
      return event == null ? null : records.event(event);
    } catch (MalformedLineException e) {
      return records.malformed(e, bytes, from, to, Long.toString(number));
    }
  }

  /** Decodes the record that a reader has moved to, as {@link #decode(byte[], int, int, long)}. */
  @Nullable Either<Event, Event> decode(RecordReader reader) {
    byte[] bytes = reader.bytes();
    int from = reader.from();
    int to = reader.to();
    try {
      if (reader.isOverlong()) {
        throw new MalformedLineException("Longer than " + (ByteWindow.LONGEST >> 20) + " MiB");
      }
      String problem = reader.problem();
      if (problem != null) {
        throw new MalformedLineException(problem);
      }
      Event event = parser.parse(bytes, from, to);
      return event == null ? null : records.event(reader.whole(event));
    } catch (MalformedLineException e) {
      long number = reader.linesBefore() + 1;
      String position = reader.index() < 0 ? "" + number : number + "[" + reader.index() + "]";
      return records.malformed(e, bytes, from, to, position);
    }
  }

  /** Emits the record that was decoded last. */
  void emit(Either<Event, Event> record, SourceOutput<Either<Event, Event>> output) {
    records.emit(record, output);
  }

  /** The time of the last record. */
  public long time() {
    return records.time();
  }

  ReadTimes times() {
    return records.times();
  }
}
