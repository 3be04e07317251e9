// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import io.drey.jobs.local.RunCounts;
import io.drey.jobs.pipeline.SourceEntry;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.text.DurationText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How many events of a source were late.
 *
 * @param millis how far they came behind the watermark at most
 * @param allowed the out-of-orderness of the source
 */
record Lateness(long events, long millis, Duration allowed) {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** Null if no event was late. */
  static @Nullable Lateness of(SourceEntry source, RunCounts counts) {
    TimeOptions time = source.source().time();
    long events = counts.sum("source", source.id(), SourceMetrics.LATE_EVENTS);
    return events == 0 || time == null
        ? null
        : new Lateness(
            events,
            counts.max("source", source.id(), SourceMetrics.MAX_LATENESS),
            time.outOfOrderness());
  }

  /** The number, how late, and the out-of-orderness with which none would have been. */
  String text() {
    String came =
        events == 1
            ? "1 event came " + span() + " late"
            : String.format(Locale.ROOT, "%,d events came up to %s late", events, span());
    String them = events == 1 ? "it" : "them";
    return came + ": out-of-orderness: " + cure() + " would take " + them + " in";
  }

  private String span() {
    if (millis < SECOND) {
      return millis + " ms";
    }
    if (millis < 2 * MINUTE) {
      return in(SECOND) + " s";
    }
    if (millis < 2 * HOUR) {
      return in(MINUTE) + " min";
    }
    return millis < 2 * DAY ? in(HOUR) + " h" : in(DAY) + " days";
  }

  private String in(long unit) {
    BigDecimal units =
        BigDecimal.valueOf(millis).divide(BigDecimal.valueOf(unit), 2, RoundingMode.HALF_UP);
    return String.format(Locale.ROOT, "%,f", units).replaceAll("\\.?0+$", "");
  }

  /** The least that suffices, in whole units as one would write it. */
  private String cure() {
    long least = allowed.toMillis() + millis;
    if (least < 0) {
      least = Long.MAX_VALUE;
    }
    long unit = least < SECOND ? 1 : least < 2 * MINUTE ? SECOND : least < 2 * HOUR ? MINUTE : HOUR;
    long units = least / unit + (least % unit == 0 ? 0 : 1);
    return unit == HOUR ? units + "h" : DurationText.of(Duration.ofMillis(units * unit));
  }
}
