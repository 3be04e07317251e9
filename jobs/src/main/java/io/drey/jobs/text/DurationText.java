// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as pipeline files write them: {@code 500ms}, {@code 30s}, {@code PT10M}. */
public final class DurationText {
  /** The pattern of a duration, for a schema. */
  public static final String PATTERN = "\\d+(ms|s|m|h|d)";

  private static final Pattern SHORT = Pattern.compile("(\\d+)(ms|s|m|h|d)");

  private DurationText() {}

  /**
   * Parses a duration in whole milliseconds that fit a {@code long}.
   *
   * @throws IllegalArgumentException if it is not a duration, or negative
   */
  public static Duration parse(String text) {
    try {
      Duration duration = anyForm(text);
      if (!duration.isNegative() && Duration.ofMillis(duration.toMillis()).equals(duration)) {
        return duration;
      }
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(message(text), e);
    }
    throw new IllegalArgumentException(message(text));
  }

  /** Writes a duration in the short form, in the largest unit that divides it. */
  public static String of(Duration duration) {
    long millis = duration.toMillis();
    if (millis == 0 || millis % 1000 != 0) {
      return millis == 0 ? "0s" : millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  private static Duration anyForm(String text) {
    Matcher matcher = SHORT.matcher(text);
    return matcher.matches()
        ? shortForm(Long.parseLong(matcher.group(1)), matcher.group(2))
        : Duration.parse(text);
  }

  private static Duration shortForm(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static String message(String text) {
    return "Invalid duration: must be like 30s or PT10M but was '" + text + "'";
  }
}
