package io.drey.jobs.expression;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Durations as pipeline files write them: {@code 500ms}, {@code 30s}, {@code PT10M}. */
final class Durations {
  static final String RULE = "must be like 500ms, 30s, 10m, 1h, 7d or PT10M";

  private static final Map<String, Long> UNITS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

  private Durations() {}

  /** Milliseconds, or null if the text is no duration. */
  static @Nullable Long millis(String text) {
    try {
      return text.startsWith("P") ? (Long) Duration.parse(text).toMillis() : plain(text);
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException noDuration) {
      return null;
    }
  }

  private static @Nullable Long plain(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    Long unit = UNITS.get(text.substring(digits));
    return unit == null
        ? null
        : (Long) Math.multiplyExact(Long.parseLong(text.substring(0, digits)), unit);
  }
}
