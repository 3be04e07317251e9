// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event.time;

import java.io.Serializable;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instants in a textual pattern; stores the pattern, since formatters are not serializable. */
final class TimePattern implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The letters of nanoseconds, and of the milliseconds of a day. */
  private static final List<String> FINE = List.of("n", "N", "A");

  /** The years between two leap years, at most. */
  private static final int LEAP_YEARS_APART = 8;

  private final String pattern;
  private final @Nullable ZoneId zone;
  private final @Nullable Year year;
  private transient @Nullable DateTimeFormatter formatter;
  private transient @Nullable FixedPattern fixed;

  /**
   * Checks a pattern and keeps it.
   *
   * @param zone of texts without one; null if the pattern has it
   * @param year of a first text; null if the pattern has it
   * @throws IllegalArgumentException if the pattern is invalid, or incomplete for an instant
   */
  TimePattern(String pattern, @Nullable ZoneId zone, @Nullable Year year) {
    new PatternCheck(pattern).check(zone != null, year);
    this.pattern = pattern;
    this.zone = zone;
    this.year = year;
  }

  /** Whether no part of the pattern is finer than a millisecond. */
  boolean isInMillis() {
    return !pattern.contains("SSSS") && FINE.stream().noneMatch(pattern::contains);
  }

  /**
   * The instant of a text.
   *
   * @param near as {@link EventTime#read(io.drey.operators.event.Event, long)} has it
   * @return null if the text is not one, or its instant is out of range
   */
  @Nullable Instant read(String text, long near) {
    DateTimeFormatter ready = formatter;
    if (ready == null) {
      ready = PatternCheck.compile(pattern, year != null);
      formatter = ready;
      fixed = year == null ? FixedPattern.of(pattern, zone) : null;
    }
    Instant instant = fixed == null ? null : fixed.read(text);
    return instant == null ? read(text, near, ready) : instant;
  }

  private @Nullable Instant read(String text, long near, DateTimeFormatter ready) {
    try {
      TemporalAccessor parsed = ready.parse(text);
      LocalDate date = parsed.query(TemporalQueries.localDate());
      if (date == null || isCut(date, text, ready)) {
        return null;
      }
      return year == null ? complete(parsed, date) : nearest(parsed, date, year, near);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /** Whether it stands for a day that its month does not have: Java reads such as the last day. */
  private static boolean isCut(LocalDate date, String text, DateTimeFormatter formatter) {
    if (date.getDayOfMonth() < date.lengthOfMonth() || date.lengthOfMonth() == 31) {
      return false;
    }
    TemporalAccessor written = formatter.parseUnresolved(text, new ParsePosition(0));
    return written.isSupported(ChronoField.DAY_OF_MONTH)
        && written.getLong(ChronoField.DAY_OF_MONTH) > date.getDayOfMonth();
  }

  /** With an offset beside a zone, the offset decides. */
  private @Nullable Instant complete(TemporalAccessor parsed, LocalDate date) {
    if (!parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
      return instant(parsed, date);
    }
    Instant instant = Instant.from(parsed);
    return EventTime.instant(instant.getEpochSecond(), instant.getNano());
  }

  /** The instant of a text without a year: in the first year, or as near to a time as it can be. */
  private @Nullable Instant nearest(
      TemporalAccessor parsed, LocalDate date, Year first, long near) {
    if (near == EventTime.NONE) {
      return inYear(parsed, date, first.getValue());
    }
    int about = Instant.ofEpochMilli(near).atZone(place(parsed)).getYear();
    int away = date.getMonthValue() == 2 && date.getDayOfMonth() == 29 ? LEAP_YEARS_APART : 1;
    Instant nearest = null;
    for (int candidate = about - away; candidate <= about + away; candidate++) {
      Instant instant = inYear(parsed, date, candidate);
      if (instant != null && (nearest == null || gap(instant, near) < gap(nearest, near))) {
        nearest = instant;
      }
    }
    return nearest;
  }

  private @Nullable Instant inYear(TemporalAccessor parsed, LocalDate date, int candidate) {
    LocalDate there = date.withYear(candidate);
    return there.getDayOfMonth() == date.getDayOfMonth() ? instant(parsed, there) : null;
  }

  private static long gap(Instant instant, long near) {
    return Math.abs(instant.toEpochMilli() - near);
  }

  private @Nullable Instant instant(TemporalAccessor parsed, LocalDate date) {
    ZoneId place = place(parsed);
    LocalTime time = parsed.query(TemporalQueries.localTime());
    ZonedDateTime there =
        time == null ? date.atStartOfDay(place) : ZonedDateTime.of(date, time, place);
    return EventTime.instant(there.toEpochSecond(), there.getNano());
  }

  private ZoneId place(TemporalAccessor parsed) {
    ZoneId written = parsed.query(TemporalQueries.zone());
    if (written != null) {
      return written;
    }
    if (zone == null) {
      throw new DateTimeException("No zone in " + parsed);
    }
    return zone;
  }
}
