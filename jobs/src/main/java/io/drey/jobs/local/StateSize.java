// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

/**
 * How much state a step holds.
 *
 * @param keys that have state; 0 if nobody counts them
 * @param entries the values, elements of lists and entries of maps in all its states
 * @param bytes about what all that takes
 */
public record StateSize(long keys, long entries, long bytes) {
  /** No state. */
  public static final StateSize NONE = new StateSize(0, 0, 0);

  static StateSize larger(StateSize one, StateSize other) {
    return other.bytes > one.bytes ? other : one;
  }
}
