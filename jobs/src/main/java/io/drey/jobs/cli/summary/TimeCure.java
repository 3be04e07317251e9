// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import io.drey.jobs.source.TimeOptions;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.event.time.EventTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which option of {@code time} reads a value that is no time as it is. */
final class TimeCure {
  private static final FieldPath FIELD = FieldPath.of("time");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  /** Those that logs and mails have. */
  private static final List<String> FORMATS =
      List.of(
          "dd/MMM/yyyy:HH:mm:ss Z",
          "EEE, d MMM yyyy HH:mm:ss Z",
          "yyyy/MM/dd HH:mm:ss",
          "dd.MM.yyyy HH:mm:ss",
          "EEE MMM d HH:mm:ss yyyy");

  private TimeCure() {}

  /** What the value is not, and the cure. */
  static String of(JsonValue value, TimeOptions time) {
    String cure = cure(value);
    if (time.format() != null) {
      return "not in the format '" + time.format() + "'" + cure;
    }
    if (time.unit() != null) {
      return "not a number" + cure;
    }
    boolean isUnknown = cure.isEmpty();
    return "not an ISO-8601 instant"
        + (isUnknown ? " (unit, format or zone says how it is written)" : cure);
  }

  private static String cure(JsonValue value) {
    Event event = Event.of("{}").with("time", value);
    if (reads(EventTime.iso(FIELD, null), event)) {
      return " (it is an ISO-8601 instant: leave out unit and format)";
    }
    String option = option(event, value.text());
    return option == null ? "" : " (" + option + " reads it)";
  }

  private static @Nullable String option(Event event, String text) {
    if (NUMBER.matcher(text).matches()) {
      return "unit: " + unit(text);
    }
    if (reads(EventTime.iso(FIELD, ZoneOffset.UTC), event)) {
      return "zone: UTC, or another,";
    }
    for (String format : FORMATS) {
      if (reads(EventTime.pattern(FIELD, format, ZoneOffset.UTC), event)) {
        String zone = format.endsWith(" Z") ? "" : " with zone: UTC, or another,";
        return "format: '" + format + "'" + zone;
      }
    }
    return null;
  }

  private static boolean reads(EventTime time, Event event) {
    return time.read(event) != null;
  }

  /** The unit that puts a number since 1970 into this century. */
  private static String unit(String number) {
    int digits = number.split("\\.", -1)[0].length();
    return digits <= 11 ? "s" : digits <= 14 ? "ms" : digits <= 17 ? "us" : "ns";
  }
}
