package io.drey.jobs.source.line;

import io.drey.operators.event.Event;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.types.Either;
import org.jspecify.annotations.Nullable;

/** Turns lines into timed events, or into malformed records, and emits and counts them. */
public final class LineEmitter {
  /** The time of a record before the first event that has one. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private final @Nullable TimeReader time;
  private final SourceMetrics metrics;
  private final MalformedRecord malformed;
  private final Either.Right<Event, Event> right = new Either.Right<>(Event.of("{}"));

  /**
   * @param time null where events have no event time
   */
  public LineEmitter(String sourceId, @Nullable TimeReader time, SourceMetrics metrics) {
    this.time = time;
    this.metrics = metrics;
    this.malformed = new MalformedRecord(sourceId);
  }

  /**
   * Emits the record of the current line: none if the line is blank.
   *
   * @param before the time of the record before it in its input, which a malformed record takes
   * @return the time of the record, or {@code before} if there is none
   */
  public long emit(
      LineBuffer lines,
      LineParser parser,
      String input,
      long line,
      long before,
      SourceOutput<Either<Event, Event>> output) {
    byte[] bytes = lines.bytes();
    int from = lines.from();
    int to = lines.to();
    if (isBlank(bytes, from, to)) {
      return before;
    }
    try {
      if (lines.isOverlong()) {
        throw new MalformedLineException("Longer than " + (LineBuffer.LONGEST_LINE >> 20) + " MiB");
      }
      Event event = parser.parse(bytes, from, to);
      return event == null ? before : emit(event, output);
    } catch (MalformedLineException e) {
      String error = String.valueOf(e.getMessage());
      metrics.malformed.inc();
      Event record = malformed.of(input, line, error, bytes, from, to);
      output.collect(Either.Left(record), before);
      return before;
    }
  }

  /** Emits an event with its own time. */
  public long emit(Event event, SourceOutput<Either<Event, Event>> output)
      throws MalformedLineException {
    long millis = time == null ? NO_TIME : time.millis(event);
    metrics.events.inc();
    right.setValue(event);
    output.collect(right, millis);
    return millis;
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
