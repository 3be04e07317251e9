// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Parses the texts that {@link EventTime#iso} describes, from their bytes. */
final class IsoInstant {
  /** Beyond every year whose milliseconds fit a long. */
  private static final int MAX_YEAR = 300_000_000;

  private static final int SECONDS_PER_DAY = 86_400;
  private static final int MAX_OFFSET = 18 * 3600;
  private static final int NONE = -1;
  private static final int NO_OFFSET = Integer.MIN_VALUE;

  private final byte[] text;
  private final int end;
  private int at;
  private int nanos;

  private IsoInstant(byte[] text, int from, int to) {
    this.text = text;
    this.at = from;
    this.end = to;
  }

  /** The instant, or null if {@code text[from, to)} is not one. */
  static @Nullable Instant parse(byte[] text, int from, int to, @Nullable ZoneId zone) {
    return new IsoInstant(text, from, to).read(zone);
  }

  private @Nullable Instant read(@Nullable ZoneId zone) {
    LocalDate date = date();
    if (date == null) {
      return null;
    }
    if (at == end) {
      return zone == null ? null : instant(date.atStartOfDay(zone));
    }
    int second = passes('T') || passes('t') || passes(' ') ? secondOfDay() : NONE;
    if (second == NONE) {
      return null;
    }
    if (at == end) {
      return zone == null ? null : instant(local(date, second).atZone(zone));
    }
    int offset = offset();
    return offset == NO_OFFSET || at != end
        ? null
        : EventTime.instant(date.toEpochDay() * SECONDS_PER_DAY + second - offset, nanos);
  }

  private @Nullable Instant instant(ZonedDateTime time) {
    return EventTime.instant(time.toEpochSecond(), nanos);
  }

  private static LocalDateTime local(LocalDate date, int second) {
    return second == SECONDS_PER_DAY
        ? date.plusDays(1).atStartOfDay()
        : date.atTime(LocalTime.ofSecondOfDay(second));
  }

  private @Nullable LocalDate date() {
    int sign = at < end && (text[at] == '+' || text[at] == '-') ? text[at++] : 0;
    int year = year(sign);
    int month = year != NONE && passes('-') ? two(12) : NONE;
    int day = month > 0 && passes('-') ? two(31) : NONE;
    if (day < 1 || day > Month.of(month).length(Year.isLeap(year))) {
      return null;
    }
    return LocalDate.of(sign == '-' ? -year : year, month, day);
  }

  /** Four digits; five to ten need a sign, and a '+' needs at least five. */
  private int year(int sign) {
    int first = at;
    long year = 0;
    while (at < end && isDigit(text[at]) && at - first < 10) {
      year = year * 10 + text[at++] - '0';
    }
    int digits = at - first;
    boolean wellFormed = sign == '+' ? digits > 4 : digits == 4 || (sign == '-' && digits > 4);
    boolean minusZero = sign == '-' && year == 0;
    return wellFormed && !minusZero && year < MAX_YEAR ? (int) year : NONE;
  }

  private int secondOfDay() {
    int hour = two(24);
    int minute = hour != NONE && passes(':') ? two(59) : NONE;
    if (minute == NONE) {
      return NONE;
    }
    int second = passes(':') ? second() : 0;
    int total = (hour * 60 + minute) * 60;
    if (second == 60) {
      return total + 60 == SECONDS_PER_DAY ? SECONDS_PER_DAY - 1 : NONE;
    }
    boolean beyond = hour == 24 && (total + second > SECONDS_PER_DAY || nanos > 0);
    return second == NONE || beyond ? NONE : total + second;
  }

  /** Two digits and a fraction, which becomes {@link #nanos}. */
  private int second() {
    int second = two(60);
    if (second == NONE || !(passes('.') || passes(','))) {
      return second;
    }
    int first = at;
    for (int unit = 100_000_000; unit > 0 && at < end && isDigit(text[at]); unit /= 10) {
      nanos += (text[at++] - '0') * unit;
    }
    return at > first ? second : NONE;
  }

  private int offset() {
    if (passes('Z') || passes('z')) {
      return 0;
    }
    boolean negative = passes('-');
    if (!negative && !passes('+')) {
      return NO_OFFSET;
    }
    int hours = two(18);
    boolean colons = passes(':');
    int minutes = colons || at < end ? two(59) : 0;
    int seconds = at < end ? offsetSecond(colons) : 0;
    int total = (hours * 60 + minutes) * 60 + seconds;
    if (hours == NONE || minutes == NONE || seconds == NONE || total > MAX_OFFSET) {
      return NO_OFFSET;
    }
    return negative ? -total : total;
  }

  private int offsetSecond(boolean colons) {
    return passes(':') == colons ? two(59) : NONE;
  }

  /** Two digits, or {@link #NONE} if they are not digits or out of range. */
  private int two(int max) {
    if (at + 2 > end || !isDigit(text[at]) || !isDigit(text[at + 1])) {
      return NONE;
    }
    int value = (text[at] - '0') * 10 + text[at + 1] - '0';
    at += 2;
    return value <= max ? value : NONE;
  }

  private boolean passes(char c) {
    if (at < end && text[at] == c) {
      at++;
      return true;
    }
    return false;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
