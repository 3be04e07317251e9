// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.TimeUnitOption;
import io.drey.operators.event.FieldPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notations that a time may be in, as the options that read it. */
final class TimeNotations {
  private static final String UTC = "UTC";

  /** With a zone in them, with none, and with neither zone nor year. */
  private static final List<String> ZONED =
      List.of(
          "dd/MMM/yyyy:HH:mm:ss Z",
          "yyyy-MM-dd HH:mm:ss Z",
          "yyyy-MM-dd HH:mm:ss z",
          "yyyy-MM-dd HH:mm:ss.SSS z",
          "EEE, d MMM yyyy HH:mm:ss Z",
          "EEE, d MMM yyyy HH:mm:ss z");

  private static final List<String> LOCAL =
      List.of(
          "yyyy/MM/dd HH:mm:ss",
          "yyyy/MM/dd HH:mm:ss.SSS",
          "yyyy/MM/dd HH:mm:ss.SSSSSS",
          "dd/MMM/yyyy:HH:mm:ss",
          "dd.MM.yyyy HH:mm:ss",
          "dd.MM.yyyy HH:mm:ss,SSS",
          "EEE MMM d HH:mm:ss yyyy",
          "EEE MMM [ ]d HH:mm:ss yyyy",
          "EEE MMM dd HH:mm:ss.SSSSSS yyyy",
          "yyyyMMdd HH:mm:ss",
          "yyyyMMdd HH:mm:ss,SSS",
          "yyyyMMdd HH:mm:ss.SSS");

  private static final List<String> YEARLESS = List.of("MMM [ ]d HH:mm:ss");

  private TimeNotations() {}

  /** Those of text; the more they tell, the earlier. */
  static List<TimeOptions> ofText(FieldPath field, int year) {
    List<TimeOptions> all = new ArrayList<>();
    all.add(options(field, null, null, null, null));
    ZONED.forEach(format -> all.add(options(field, null, format, null, null)));
    all.add(options(field, null, null, UTC, null));
    LOCAL.forEach(format -> all.add(options(field, null, format, UTC, null)));
    YEARLESS.forEach(format -> all.add(options(field, null, format, UTC, year)));
    return all;
  }

  /** That of a number since 1970. */
  static TimeOptions ofNumber(FieldPath field, TimeUnitOption unit) {
    return options(field, unit, null, null, null);
  }

  /** That of a preset, which knows the format. */
  static TimeOptions ofPreset(FieldPath field, boolean hasZone, boolean hasYear, int year) {
    return options(field, null, null, hasZone ? null : UTC, hasYear ? null : year);
  }

  private static TimeOptions options(
      FieldPath field,
      @Nullable TimeUnitOption unit,
      @Nullable String format,
      @Nullable String zone,
      @Nullable Integer year) {
    return new TimeOptions(
        field, false, unit, format, zone, year, Duration.ZERO, Duration.ofSeconds(30), null, null);
  }
}
