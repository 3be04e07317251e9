// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import io.drey.jobs.option.Option;
import io.drey.jobs.source.line.TimeReader;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.time.EventTime;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The {@code time} of a source: a field of the event, the timestamp of its record, or the word
 * {@code processing}.
 */
public record TimeOptions(
    @Option("the field that holds the event time") @Nullable FieldPath field,
    @Option(
            value = "whether the timestamp of the record is the event time; kafka sources only",
            byDefault = "false")
        boolean record,
    @Option("the unit of a numeric timestamp") @Nullable TimeUnitOption unit,
    @Option("the pattern of a timestamp that is not ISO-8601") @Nullable String format,
    @Option("the time zone of timestamps that have none") @Nullable String zone,
    @Option("the year of the first timestamp, where the format has none") @Nullable Integer year,
    @Option(
            value = "how far an event may be behind the latest one without being late",
            byDefault = "0s")
        Duration outOfOrderness,
    @Option(
            value =
                "how long a partition without events holds back the watermark of an unbounded"
                    + " source",
            byDefault = "30s")
        Duration idleAfter,
    @Option("how far an event may be ahead of the machine's clock; live and kafka sources only")
        @Nullable Duration maxAhead,
    @Option("how far an event may be ahead of the latest one; files only")
        @Nullable Duration maxJump)
    implements Serializable {

  public TimeOptions {
    if (unit != null && format != null) {
      throw new IllegalArgumentException(
          "Invalid unit: must not be combined with format but was "
              + unit.name().toLowerCase(Locale.ROOT));
    }
    if (unit != null && zone != null) {
      throw new IllegalArgumentException(
          "Invalid zone: must not be combined with unit but was '" + zone + "'");
    }
    if (record) {
      checkAlone(field, unit, format, zone, year);
    }
    if (idleAfter.isZero()) {
      throw new IllegalArgumentException(
          "Invalid idle-after: must be at least 1 ms but was " + idleAfter);
    }
    if (field != null) {
      EventTime unused = eventTime(field, unit, format, zone, year);
    }
  }

  /** The event time in a field that holds ISO-8601, with the defaults of all else. */
  public static TimeOptions iso(FieldPath field) {
    return new TimeOptions(
        field, false, null, null, null, null, Duration.ZERO, Duration.ofSeconds(30), null, null);
  }

  private static void checkAlone(@Nullable Object... others) {
    for (Object other : others) {
      if (other != null) {
        throw new IllegalArgumentException(
            "Invalid record: must not be combined with field, unit, format, zone or year but was"
                + " true");
      }
    }
  }

  /** Parses the scalar form. */
  public static TimeOptions parse(String text) {
    if (!text.equals("processing")) {
      String example = text.matches("[\\w.@-]+") ? " like {field: " + text + "}" : "";
      throw new IllegalArgumentException(
          "Invalid time: must be a mapping" + example + " or 'processing' but was '" + text + "'");
    }
    return new TimeOptions(
        null, false, null, null, null, null, Duration.ZERO, Duration.ofSeconds(30), null, null);
  }

  /** The same with another format and year. */
  public TimeOptions with(@Nullable String otherFormat, @Nullable Integer otherYear) {
    return new TimeOptions(
        field,
        record,
        unit,
        otherFormat,
        zone,
        otherYear,
        outOfOrderness,
        idleAfter,
        maxAhead,
        maxJump);
  }

  /** Whether the time is processing time. */
  public boolean isProcessing() {
    return field == null && !record;
  }

  /** How to read the field; null without one. */
  public @Nullable EventTime eventTime() {
    if (field == null) {
      return null;
    }
    return eventTime(field, unit, format, zone, year);
  }

  private static EventTime eventTime(
      FieldPath field,
      @Nullable TimeUnitOption unit,
      @Nullable String format,
      @Nullable String zone,
      @Nullable Integer year) {
    ZoneId fallback = zone == null ? null : zone(zone);
    if (format != null) {
      checkLetters(format);
      return EventTime.pattern(field, format, fallback, year == null ? null : year(year));
    }
    return unit == null ? EventTime.iso(field, fallback) : EventTime.number(field, unit.unit());
  }

  /** The reader of the event time, or null in processing time. */
  public @Nullable TimeReader reader() {
    return isProcessing()
        ? null
        : new TimeReader(eventTime(), outOfOrderness, maxAhead, maxJump, System::currentTimeMillis);
  }

  private static void checkLetters(String format) {
    if (Strptime.isLike(format)) {
      throw new IllegalArgumentException(
          "Invalid format: must be a pattern of letters like '"
              + Strptime.inLetters(format)
              + "' but was '"
              + format
              + "'");
    }
  }

  private static Year year(int year) {
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException("Invalid year: must be from 1 to 9999 but was " + year);
    }
    return Year.of(year);
  }

  private static ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "Invalid zone: must be like Europe/Berlin or +01:00 but was '" + zone + "'", e);
    }
  }
}
