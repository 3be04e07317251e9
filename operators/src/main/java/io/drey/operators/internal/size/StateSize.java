// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.size;

/**
 * How much keyed state there is.
 *
 * @param keys that have state; 0 if nobody counts them
 * @param entries the values, elements of lists and entries of maps in all states; timers are none
 * @param bytes of all that, and of timers
 */
public record StateSize(long keys, long entries, long bytes) {
  /** No state. */
  public static final StateSize NONE = new StateSize(0, 0, 0);
}
