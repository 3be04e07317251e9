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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The {@code time} of a source: a field of the event, or the word {@code processing}. */
public record TimeOptions(
    @Option("the field that holds the event time") @Nullable FieldPath field,
    @Option("the unit of a numeric timestamp") @Nullable TimeUnitOption unit,
    @Option("the pattern of a timestamp that is not ISO-8601") @Nullable String format,
    @Option("the time zone of timestamps that have none") @Nullable String zone,
    @Option(
            value = "how far an event may be behind the latest one without being late",
            byDefault = "0s")
        Duration outOfOrderness,
    @Option(
            value =
                "how long a partition without events holds back the watermark of an unbounded"
                    + " source",
            byDefault = "30s")
        Duration idleAfter)
    implements Serializable {

  public TimeOptions {
    if (unit != null && format != null) {
      throw new IllegalArgumentException(
          "Invalid unit: must not be combined with format but was "
              + unit.name().toLowerCase(Locale.ROOT));
    }
    if (zone != null && format == null) {
      throw new IllegalArgumentException(
          "Invalid zone: must be combined with format but was '" + zone + "'");
    }
    if (idleAfter.isZero()) {
      throw new IllegalArgumentException(
          "Invalid idle-after: must be at least 1 ms but was " + idleAfter);
    }
    if (format != null) {
      checkFormat(formatter(format), format, zone);
    }
  }

  /** Parses the scalar form. */
  public static TimeOptions parse(String text) {
    if (!text.equals("processing")) {
      String example = text.matches("[\\w.@-]+") ? " like {field: " + text + "}" : "";
      throw new IllegalArgumentException(
          "Invalid time: must be a mapping" + example + " or 'processing' but was '" + text + "'");
    }
    return new TimeOptions(null, null, null, null, Duration.ZERO, Duration.ofSeconds(30));
  }

  /** Whether the time is processing time. */
  public boolean isProcessing() {
    return field == null;
  }

  /**
   * How to read the field.
   *
   * @throws IllegalStateException in processing time
   */
  public EventTime eventTime() {
    if (field == null) {
      throw new IllegalStateException("Processing time has no field");
    }
    if (unit != null) {
      return EventTime.number(field, unit.unit());
    }
    ZoneId fallback = zone == null ? null : ZoneId.of(zone);
    return format == null
        ? EventTime.iso(field, fallback)
        : EventTime.pattern(field, format, fallback);
  }

  /** The reader of the event time, or null in processing time. */
  public @Nullable TimeReader reader() {
    return field == null ? null : new TimeReader(field, eventTime());
  }

  private static void checkFormat(
      DateTimeFormatter formatter, String format, @Nullable String zone) {
    if (zone != null) {
      checkZone(zone);
    } else if (isWithoutZone(formatter)) {
      throw new IllegalArgumentException(
          "Invalid format: must have an offset or be combined with zone but was '" + format + "'");
    }
  }

  private static DateTimeFormatter formatter(String format) {
    if (Strptime.isLike(format)) {
      throw new IllegalArgumentException(
          "Invalid format: must be a pattern of letters like '"
              + Strptime.inLetters(format)
              + "' but was '"
              + format
              + "'");
    }
    try {
      return DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Invalid format: must be a pattern like 'dd/MMM/yyyy:HH:mm:ss Z' but was '"
              + format
              + "'",
          e);
    }
  }

  private static void checkZone(String zone) {
    try {
      ZoneId unused = ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "Invalid zone: must be like Europe/Berlin or +01:00 but was '" + zone + "'", e);
    }
  }

  /** A pattern without a zone can print a time that has none. */
  private static boolean isWithoutZone(DateTimeFormatter formatter) {
    try {
      return !formatter.format(LocalDateTime.of(2000, 1, 1, 0, 0)).isEmpty();
    } catch (DateTimeException e) {
      return false;
    }
  }
}
