// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.util.Locale;

/** What a figure counts. */
enum Unit {
  EVENTS_PER_SECOND("%,.0f/s"),
  ENTRIES_PER_SECOND("%,.0f/s"),
  SECONDS("%.2f s"),
  MICROSECONDS_PER_EVENT("%.2f µs"),
  BYTES_PER_KEY("%.0f B");

  private final String format;

  Unit(String format) {
    this.format = format;
  }

  String show(double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
