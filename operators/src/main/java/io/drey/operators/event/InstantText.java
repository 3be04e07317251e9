package io.drey.operators.event;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Instants as output records show them. */
public final class InstantText {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private InstantText() {}

  /** ISO-8601 in UTC with three decimals: {@code 2024-01-15T10:00:00.000Z}. */
  public static String ofMillis(long epochMillis) {
    return MILLIS.format(Instant.ofEpochMilli(epochMillis));
  }
}
