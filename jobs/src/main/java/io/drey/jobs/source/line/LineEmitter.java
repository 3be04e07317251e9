// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.operators.event.Event;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.types.Either;

/** Emits the records of the lines of a file or stream, and numbers the lines. */
public final class LineEmitter {
  private final LineBuffer lines;
  private final EventDecoder decoder;
  private long line;

  /**
   * Emits the lines of a buffer.
   *
   * @param line the number of lines of the input before the buffer
   */
  public LineEmitter(LineBuffer lines, EventDecoder decoder, long line) {
    this.lines = lines;
    this.decoder = decoder;
    this.line = line;
  }

  /** Emits the record of the line that the buffer has moved to: none if it is blank. */
  public void emit(SourceOutput<Either<Event, Event>> output) {
    line++;
    byte[] bytes = lines.bytes();
    int from = lines.from();
    int to = lines.to();
    if (isBlank(bytes, from, to)) {
      return;
    }
    Either<Event, Event> record =
        lines.isOverlong()
            ? decoder.tooLong(bytes, from, to, line)
            : decoder.decode(bytes, from, to, line);
    if (record != null) {
      output.collect(record, decoder.time());
    }
  }

  /** The number of lines read, which is that of the last line. */
  public long line() {
    return line;
  }

  /** The time of the last record. */
  public long time() {
    return decoder.time();
  }

  /** Passes a line to the new parser of a reopened input; it has been emitted before. */
  public static void skip(LineBuffer lines, LineParser parser) {
    if (isBlank(lines.bytes(), lines.from(), lines.to())) {
      return;
    }
    try {
      Event unused = parser.parse(lines.bytes(), lines.from(), lines.to());
    } catch (MalformedLineException reportedThen) {
      return;
    }
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
      i++;
    }
    return i == to;
  }
}
