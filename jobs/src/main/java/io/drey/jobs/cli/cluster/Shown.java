// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.cluster;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of jobs as text; empty where there is none. */
final class Shown {
  private Shown() {}

  /** A duration in whole seconds. */
  static String seconds(@Nullable Duration duration) {
    return duration == null ? "" : duration.toSeconds() + "s";
  }

  static String number(@Nullable Long number) {
    return number == null ? "" : number.toString();
  }

  static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%.1f", perSecond);
  }
}
