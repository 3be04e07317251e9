// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event.time;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Instants in a textual pattern; stores the pattern, since formatters are not serializable. */
final class TimePattern implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2024, 1, 15, 10, 0, 0, 0, ZoneOffset.ofHours(2));

  private final String pattern;
  private final @Nullable ZoneId zone;
  private transient @Nullable DateTimeFormatter formatter;

  TimePattern(String pattern, @Nullable ZoneId zone) {
    this.pattern = pattern;
    this.zone = zone;
    String sample;
    try {
      this.formatter = compile(pattern);
      sample = formatter.format(SAMPLE);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "Invalid format: must be a date pattern but was '" + pattern + "'", e);
    }
    if (read(sample) == null) {
      throw new IllegalArgumentException(
          "Invalid format: must have a date and, without a zone, an offset but was '"
              + pattern
              + "'");
    }
  }

  /** English, as in logs: the root locale has no names for months. */
  private static DateTimeFormatter compile(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  @Nullable Instant read(String text) {
    DateTimeFormatter ready = formatter;
    if (ready == null) {
      ready = compile(pattern);
      formatter = ready;
    }
    try {
      return instant(ready.parse(text));
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private @Nullable Instant instant(TemporalAccessor parsed) {
    if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
      Instant instant = Instant.from(parsed);
      return EventTime.instant(instant.getEpochSecond(), instant.getNano());
    }
    LocalDate date = parsed.query(TemporalQueries.localDate());
    ZoneId from = parsed.query(TemporalQueries.zone());
    ZoneId place = from == null ? zone : from;
    if (date == null || place == null) {
      return null;
    }
    LocalTime time = parsed.query(TemporalQueries.localTime());
    ZonedDateTime there =
        time == null ? date.atStartOfDay(place) : ZonedDateTime.of(date, time, place);
    return EventTime.instant(there.toEpochSecond(), there.getNano());
  }
}
