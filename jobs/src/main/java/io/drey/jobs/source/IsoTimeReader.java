package io.drey.jobs.source;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads ISO-8601 instants. */
final class IsoTimeReader implements TimeReader {
  private final FieldPath field;

  IsoTimeReader(FieldPath field) {
    this.field = field;
  }

  @Override
  public long millis(Event event) throws MalformedLineException {
    String text = event.text(field);
    if (text == null) {
      throw new MalformedLineException("No time in field '" + field + "'");
    }
    try {
      return saturated(Instant.parse(text));
    } catch (DateTimeException e) {
      throw new MalformedLineException(
          "Unreadable time in field '" + field + "': '" + shortened(text) + "'");
    }
  }

  private static String shortened(String text) {
    return text.length() > 64 ? text.substring(0, 64) : text;
  }

  private static long saturated(Instant instant) {
    try {
      return instant.toEpochMilli();
    } catch (ArithmeticException beyondLong) {
      return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
