// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event.time;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalField;
import java.time.temporal.TemporalQueries;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what a pattern has by writing a time in it and reading that. */
final class PatternCheck {
  private static final LocalDateTime LOCAL = LocalDateTime.of(2024, 1, 15, 10, 37, 43);
  private static final ZonedDateTime SAMPLE = LOCAL.atZone(ZoneOffset.ofHours(2));

  /** Has every day; a text without a year is read in it first. */
  private static final int LEAP_YEAR = 2000;

  /** A day of the week contradicts most years. */
  private static final Set<TemporalField> IN_ANY_YEAR =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(ChronoField.DAY_OF_WEEK)));

  /** The letter of the year that weeks belong to, which is often written for the year. */
  private static final String YEAR_OF_WEEKS = "Y";

  private static final List<ChronoField> TIMES =
      List.of(
          ChronoField.HOUR_OF_AMPM,
          ChronoField.CLOCK_HOUR_OF_AMPM,
          ChronoField.MINUTE_OF_HOUR,
          ChronoField.SECOND_OF_MINUTE);

  private final String pattern;

  PatternCheck(String pattern) {
    this.pattern = pattern;
  }

  /**
   * The formatter of a pattern, in English, as in logs: the root locale has no names for months.
   *
   * @param inAnyYear whether texts have no year
   */
  static DateTimeFormatter compile(String pattern, boolean inAnyYear) {
    DateTimeFormatterBuilder builder =
        new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
    return inAnyYear
        ? builder
            .parseDefaulting(ChronoField.YEAR, LEAP_YEAR)
            .toFormatter(Locale.ENGLISH)
            .withResolverFields(IN_ANY_YEAR)
        : builder.toFormatter(Locale.ENGLISH);
  }

  /**
   * Checks that texts in the pattern are instants.
   *
   * @param hasZone whether there is a zone for texts without one
   * @param year of texts without one, or null
   * @throws IllegalArgumentException if they are not
   */
  void check(boolean hasZone, @Nullable Year year) {
    TemporalAccessor sample = sample(false);
    boolean lacksYear = lacksYear(sample);
    if (lacksYear && year == null) {
      throw invalid("must have a year or be combined with year");
    }
    if (!lacksYear && year != null) {
      throw new IllegalArgumentException(
          "Invalid year: must be left out where the format has a year but was " + year);
    }
    TemporalAccessor complete = lacksYear ? sample(true) : sample;
    if (complete.query(TemporalQueries.localDate()) == null) {
      throw invalid("must have a year (yyyy), month (MM or MMM) and day (dd)");
    }
    if (complete.query(TemporalQueries.localTime()) == null
        && TIMES.stream().anyMatch(complete::isSupported)) {
      throw invalid("must have hours as HH, or as hh with a for AM or PM");
    }
    if (!hasZone && isWithoutZone()) {
      throw invalid("must have an offset or be combined with zone");
    }
  }

  private TemporalAccessor sample(boolean inAnyYear) {
    try {
      String written = compile(pattern, false).format(SAMPLE);
      return compile(pattern, inAnyYear).parse(written);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "Invalid format: must be a pattern like 'dd/MMM/yyyy:HH:mm:ss Z' but was '"
              + pattern
              + "'",
          e);
    }
  }

  private boolean lacksYear(TemporalAccessor sample) {
    return sample.query(TemporalQueries.localDate()) == null
        && sample.isSupported(ChronoField.MONTH_OF_YEAR)
        && sample.isSupported(ChronoField.DAY_OF_MONTH)
        && !pattern.contains(YEAR_OF_WEEKS)
        && !sample.isSupported(ChronoField.YEAR)
        && !sample.isSupported(ChronoField.YEAR_OF_ERA);
  }

  /** A pattern without a zone can write a time that has none. */
  private boolean isWithoutZone() {
    try {
      return !compile(pattern, false).format(LOCAL).isEmpty();
    } catch (DateTimeException e) {
      return false;
    }
  }

  private IllegalArgumentException invalid(String rule) {
    return new IllegalArgumentException("Invalid format: " + rule + " but was '" + pattern + "'");
  }
}
