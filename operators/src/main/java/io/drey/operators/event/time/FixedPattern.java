// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts in a pattern in which each part has a fixed width, as in most logs: {@code
 * dd/MMM/yyyy:HH:mm:ss Z}. It gives what {@link java.time.format.DateTimeFormatter} gives, several
 * times as fast, or nothing: then only the formatter knows.
 */
final class FixedPattern {
  /** For the character of a part, which a literal never is. */
  private static final char PART = '\0';

  private static final int NONE = -1;
  private static final int NO_OFFSET = Integer.MIN_VALUE;
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int MONTH_NAME_WIDTH = 3;
  private static final int OFFSET_WIDTH = 5;
  private static final int LONGEST_FRACTION = 9;
  private static final int SECONDS_PER_HOUR = 3600;

  /** The literal at each place of a text, or {@link #PART}. */
  private final String template;

  private final int year;
  private final int month;
  private final int monthName;
  private final int day;
  private final int hour;
  private final int minute;
  private final int second;
  private final int fraction;
  private final int fractionWidth;
  private final int offset;

  /** Of texts without an offset. */
  private final @Nullable ZoneId zone;

  private FixedPattern(Layout layout, @Nullable ZoneId zone) {
    this.template = layout.template.toString();
    this.year = layout.at("yyyy");
    this.month = layout.at("MM");
    this.monthName = layout.at("MMM");
    this.day = layout.at("dd");
    this.hour = layout.at("HH");
    this.minute = layout.at("mm");
    this.second = layout.at("ss");
    this.fraction = layout.at("S");
    this.fractionWidth = layout.fractionWidth;
    this.offset = layout.at("Z");
    this.zone = zone;
  }

  /**
   * A pattern with a year.
   *
   * @param zone of texts without an offset; null if the pattern has one
   * @return null if a part has no fixed width, or is missing
   */
  static @Nullable FixedPattern of(String pattern, @Nullable ZoneId zone) {
    Layout layout = new Layout();
    if (!layout.read(pattern)) {
      return null;
    }
    FixedPattern fixed = new FixedPattern(layout, zone);
    return fixed.isComplete() ? fixed : null;
  }

  /** Whether each part is there, down to the minute. */
  private boolean isComplete() {
    return year >= 0
        && (month >= 0) != (monthName >= 0)
        && day >= 0
        && hour >= 0
        && minute >= 0
        && (second >= 0 || fraction < 0)
        && (offset >= 0 || zone != null);
  }

  /** Where the parts of a pattern are in a text. */
  private static final class Layout {
    private static final String LITERALS = "/-:., _";

    private final StringBuilder template = new StringBuilder();
    private final Map<String, Integer> starts = new HashMap<>();
    private int fractionWidth;

    int at(String part) {
      return starts.getOrDefault(part, NONE);
    }

    boolean read(String pattern) {
      int at = 0;
      while (at < pattern.length()) {
        int end = at + 1;
        while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(at)) {
          end++;
        }
        String run = pattern.substring(at, end);
        if (LITERALS.contains(run.substring(0, 1))) {
          template.append(run);
        } else if (run.equals("'")) {
          // one character in quotes; whatever else there is, is left to the formatter
          if (at + 2 >= pattern.length() || pattern.charAt(at + 2) != '\'') {
            return false;
          }
          template.append(pattern.charAt(at + 1));
          end = at + 3;
        } else if (!part(run)) {
          return false;
        }
        at = end;
      }
      return true;
    }

    private boolean part(String run) {
      return switch (run) {
        case "yyyy", "uuuu" -> put("yyyy", run.length());
        case "MM", "MMM", "dd", "HH", "mm", "ss" -> put(run, run.length());
        case "Z", "ZZ", "ZZZ" -> put("Z", OFFSET_WIDTH);
        default -> {
          fractionWidth = run.length();
          yield run.charAt(0) == 'S'
              && fractionWidth <= LONGEST_FRACTION
              && put("S", fractionWidth);
        }
      };
    }

    /** False for a second one of its kind. */
    private boolean put(String part, int width) {
      Integer before = starts.putIfAbsent(part, template.length());
      template.append(String.valueOf(PART).repeat(width));
      return before == null;
    }
  }

  /** The instant of a text; null if only the formatter knows. */
  @Nullable Instant read(String text) {
    if (!isLaidOut(text)) {
      return null;
    }
    int hours = digits(text, hour, 2);
    int minutes = digits(text, minute, 2);
    int seconds = second < 0 ? 0 : digits(text, second, 2);
    boolean isTime =
        hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
    LocalDate date = date(text);
    int nanos = fraction < 0 ? 0 : nanos(text);
    if (!isTime || date == null || nanos < 0) {
      return null;
    }
    return offset < 0
        ? local(date, hours, minutes, seconds, nanos)
        : at(offset(text), date, hours, minutes, seconds, nanos);
  }

  private boolean isLaidOut(String text) {
    if (text.length() != template.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char literal = template.charAt(i);
      if (literal != PART && literal != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable LocalDate date(String text) {
    int years = digits(text, year, 4);
    int months = month < 0 ? month(text) : digits(text, month, 2);
    int days = digits(text, day, 2);
    boolean isMonth = years >= 1 && months >= 1 && months <= 12;
    return isMonth && days >= 1 && days <= YearMonth.of(years, months).lengthOfMonth()
        ? LocalDate.of(years, months, days)
        : null;
  }

  private int month(String text) {
    for (int i = 0; i < MONTHS.length(); i += MONTH_NAME_WIDTH) {
      if (text.regionMatches(monthName, MONTHS, i, MONTH_NAME_WIDTH)) {
        return i / MONTH_NAME_WIDTH + 1;
      }
    }
    return NONE;
  }

  private int nanos(String text) {
    int nanos = digits(text, fraction, fractionWidth);
    for (int i = fractionWidth; i < LONGEST_FRACTION; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** In seconds, or {@link #NO_OFFSET}. */
  private int offset(String text) {
    char sign = text.charAt(offset);
    int hours = digits(text, offset + 1, 2);
    int minutes = digits(text, offset + 3, 2);
    if ((sign != '+' && sign != '-') || hours < 0 || hours > 17 || minutes < 0 || minutes > 59) {
      return NO_OFFSET;
    }
    int seconds = hours * SECONDS_PER_HOUR + minutes * 60;
    return sign == '+' ? seconds : -seconds;
  }

  private static int digits(String text, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private @Nullable Instant local(LocalDate date, int hours, int minutes, int seconds, int nanos) {
    if (zone == null) {
      return null;
    }
    LocalDateTime there = date.atTime(hours, minutes, seconds);
    return EventTime.instant(there.atZone(zone).toEpochSecond(), nanos);
  }

  private static @Nullable Instant at(
      int offset, LocalDate date, int hours, int minutes, int seconds, int nanos) {
    if (offset == NO_OFFSET) {
      return null;
    }
    long hour = date.toEpochDay() * 24 + hours;
    long second = hour * SECONDS_PER_HOUR + minutes * 60L + seconds;
    return EventTime.instant(second - offset, nanos);
  }
}
