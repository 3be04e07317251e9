// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/** The arguments of a distribution, and the messages for wrong ones. */
final class Arguments {
  private final String distribution;
  private final List<String> parts;

  /**
   * @param distribution the whole text, for messages
   * @param text the text between the parentheses
   */
  Arguments(String distribution, String text) {
    this.distribution = distribution;
    this.parts = Stream.of(text.split(",", -1)).map(String::strip).toList();
  }

  /** All arguments, if there are this many. */
  Arguments count(int count) {
    if (parts.size() != count) {
      throw invalid("must have " + count + (count == 1 ? " argument" : " arguments"));
    }
    return this;
  }

  List<String> all() {
    return parts;
  }

  String text(int at) {
    return parts.get(at);
  }

  long integer(int at) {
    try {
      return Long.parseLong(parts.get(at));
    } catch (NumberFormatException e) {
      throw invalid("must have a whole number as argument " + (at + 1));
    }
  }

  double decimal(int at) {
    try {
      return new BigDecimal(parts.get(at)).doubleValue();
    } catch (NumberFormatException e) {
      throw invalid("must have a number as argument " + (at + 1));
    }
  }

  Instant instant(int at) {
    try {
      return Instant.parse(parts.get(at));
    } catch (DateTimeParseException e) {
      throw invalid("must have an ISO-8601 instant as argument " + (at + 1));
    }
  }

  /** An ISO-8601 duration, or a number with ms, s, m, h or d. */
  Duration duration(int at) {
    String text = parts.get(at);
    try {
      return text.startsWith("P") ? Duration.parse(text) : shortDuration(text);
    } catch (DateTimeParseException | NumberFormatException e) {
      throw invalid("must have a duration as argument " + (at + 1));
    }
  }

  private static Duration shortDuration(String text) {
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    long amount = Long.parseLong(text.substring(0, digits));
    return switch (text.substring(digits)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      case "d" -> Duration.ofDays(amount);
      default -> throw new NumberFormatException(text);
    };
  }

  IllegalArgumentException invalid(String rule) {
    return new IllegalArgumentException(
        "Invalid distribution: " + rule + " but was '" + distribution + "'");
  }
}
