// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal;

/** Saturating sums of instants and durations in ms. */
public final class Instants {
  private Instants() {}

  /** {@code instant + millis}, at most {@link Long#MAX_VALUE}. */
  public static long plus(long instant, long millis) {
    long sum = instant + millis;
    return sum < instant ? Long.MAX_VALUE : sum;
  }

  /** Whether two instants are less than {@code millis} apart. */
  public static boolean areWithin(long a, long b, long millis) {
    long apart = a >= b ? a - b : b - a;
    // Negative when the distance itself overflows.
    return apart >= 0 && apart < millis;
  }
}
