// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import java.util.Locale;

/** How events are counted against a limit. */
public enum Algorithm {
  /** In fixed windows, aligned to the epoch. */
  FIXED_WINDOW,
  /** In a sliding window that ends with each event. */
  SLIDING_WINDOW,
  /** By a token bucket: events take tokens, time refills them. */
  TOKEN_BUCKET;

  /** Its name in messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
