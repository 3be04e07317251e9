// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import java.util.concurrent.TimeUnit;

/** The unit of a numeric time field. */
public enum TimeUnitOption {
  S(TimeUnit.SECONDS),
  MS(TimeUnit.MILLISECONDS),
  US(TimeUnit.MICROSECONDS),
  NS(TimeUnit.NANOSECONDS);

  private final TimeUnit unit;

  TimeUnitOption(TimeUnit unit) {
    this.unit = unit;
  }

  TimeUnit unit() {
    return unit;
  }
}
