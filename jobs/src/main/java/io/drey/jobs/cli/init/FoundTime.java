// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.TimeUnitOption;
import io.drey.jobs.source.format.pattern.Preset;
import io.drey.jobs.source.format.pattern.Presets;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.time.EventTime;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field that holds the time of every event.
 *
 * @param options as the pipeline file has them
 * @param jumps how many events are behind one before them
 * @param lateness how far they are behind at most, in milliseconds
 */
record FoundTime(TimeOptions options, int jumps, long lateness) {
  private static final Pattern NUMBER = Pattern.compile("\\d{9,19}(\\.\\d+)?");

  /** It may be part of a time, of which another field has the rest. */
  private static final Pattern DATE =
      Pattern.compile("\\d{4}[./-]\\d{2}[./-]\\d{2}|\\d{2}[./-]\\d{2}[./-]\\d{4}");

  private static final Pattern TIMELY =
      Pattern.compile(
          "(?i).*(time|date|stamp|epoch|created|(^|[._@])(ts|t|at)|_at|when)s?(_?[mun]?s)?$");
  private static final List<String> USUAL =
      List.of(
          "@timestamp",
          "timestamp",
          "time",
          "ts",
          "datetime",
          "eventtime",
          "event_time",
          "__realtime_timestamp",
          "_time",
          "date");

  /** The name of a field with the seconds since some start. */
  static final String UPTIME = "uptime";

  private static final Instant FROM = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2100-01-01T00:00:00Z");
  private static final long DAY = 86_400_000;

  /** The digits before the point of a number that is in this century, by its unit. */
  private static final Map<Integer, TimeUnitOption> UNITS =
      Map.of(
          9, TimeUnitOption.S,
          10, TimeUnitOption.S,
          12, TimeUnitOption.MS,
          13, TimeUnitOption.MS,
          15, TimeUnitOption.US,
          16, TimeUnitOption.US,
          18, TimeUnitOption.NS,
          19, TimeUnitOption.NS);

  /**
   * Finds the field that is most probably meant.
   *
   * @param written when the log was written last, in milliseconds, for times without a year
   */
  static @Nullable FoundTime in(Reading reading, Fields fields, long written) {
    List<FoundTime> all = new ArrayList<>();
    for (FieldValues field : fields.inEach()) {
      FoundTime time = of(field, reading, written);
      if (time != null) {
        all.add(time);
      }
    }
    return all.stream()
        .min(Comparator.comparingInt(FoundTime::rank).thenComparingInt(FoundTime::jumps))
        .orElse(null);
  }

  /** The field, which is there. */
  FieldPath field() {
    return Objects.requireNonNull(options.field());
  }

  private int rank() {
    String name = field().text().toLowerCase(Locale.ROOT);
    int usual = USUAL.indexOf(name);
    int timely = TIMELY.matcher(name).matches() ? USUAL.size() : USUAL.size() + 1;
    return usual >= 0 ? usual : timely;
  }

  private static @Nullable FoundTime of(FieldValues field, Reading reading, long written) {
    if (field.scalars() < field.count()) {
      return null;
    }
    int year = Year.from(Instant.ofEpochMilli(written).atZone(ZoneOffset.UTC)).getValue();
    for (TimeOptions options : notations(field, reading, year)) {
      FoundTime found = read(options, reading);
      if (found != null && options.year() != null) {
        boolean isAhead = found.first(reading) > written + DAY;
        return isAhead ? read(options.with(options.format(), year - 1), reading) : found;
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private long first(Reading reading) {
    return eventTime(options, reading).millis(reading.events().get(0));
  }

  private static List<TimeOptions> notations(FieldValues field, Reading reading, int year) {
    Preset preset = preset(reading);
    if (preset != null) {
      return field.name().equals(Preset.TIME)
          ? List.of(TimeNotations.ofPreset(field.path(), preset.hasZone(), preset.hasYear(), year))
          : List.of();
    }
    if (field.name().equals(UPTIME)) {
      return List.of(TimeNotations.ofNumber(field.path(), TimeUnitOption.S));
    }
    String first = field.texts().get(0);
    if (DATE.matcher(first).matches()) {
      return List.of();
    }
    if (NUMBER.matcher(first).matches()) {
      TimeUnitOption unit = UNITS.get(first.split("\\.", -1)[0].length());
      return unit == null || !TIMELY.matcher(field.name()).matches()
          ? List.of()
          : List.of(TimeNotations.ofNumber(field.path(), unit));
    }
    return TimeNotations.ofText(field.path(), year);
  }

  private static @Nullable Preset preset(Reading reading) {
    String pattern = reading.candidate().format().pattern();
    return pattern == null ? null : Presets.all().get(pattern);
  }

  private static EventTime eventTime(TimeOptions options, Reading reading) {
    TimeOptions whole = reading.candidate().format().timed(options);
    return Objects.requireNonNull(Objects.requireNonNull(whole).eventTime());
  }

  private static @Nullable FoundTime read(TimeOptions options, Reading reading) {
    EventTime time = eventTime(options, reading);
    long greatest = EventTime.NONE;
    long lateness = 0;
    int jumps = 0;
    for (Event event : reading.events()) {
      Instant instant = time.read(event, greatest);
      if (instant == null || !isPlausible(options, instant)) {
        return null;
      }
      long millis = instant.toEpochMilli();
      jumps += millis < greatest ? 1 : 0;
      lateness = Math.max(lateness, greatest == EventTime.NONE ? 0 : greatest - millis);
      greatest = Math.max(greatest, millis);
    }
    return new FoundTime(options, jumps, lateness);
  }

  /** Whether a number may be meant as a time. */
  private static boolean isPlausible(TimeOptions options, Instant instant) {
    boolean isUptime = String.valueOf(options.field()).equals(UPTIME);
    return options.unit() == null || isUptime || (instant.isAfter(FROM) && instant.isBefore(TO));
  }
}
