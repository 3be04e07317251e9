package io.drey.jobs.expression;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** ISO-8601 instants with any offset. */
final class Instants {
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .parseLenient()
          .appendOffsetId()
          .toFormatter();

  private Instants() {}

  /** Milliseconds since 1970, floored; null if the text is no instant. */
  static @Nullable Long epochMillis(String text) {
    try {
      return OffsetDateTime.parse(text, ISO).toInstant().toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException noInstant) {
      return null;
    }
  }
}
