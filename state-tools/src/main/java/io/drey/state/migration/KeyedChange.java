// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of all entries of an operator by their key, and of its timers.
 *
 * @param keepIf a condition on keys; entries and timers of others are removed; null if all stay
 * @param transform gives the new key of the old one; null if keys stay
 * @param onCollision which entries stay where two keys become one; null if that is an error
 * @param timers what becomes of timers; null if they stay
 */
public record KeyedChange(
    @Nullable Placed<RowExpression> keepIf,
    @Nullable Placed<RowExpression> transform,
    @Nullable Collision onCollision,
    @Nullable TimerChange timers) {
  /** Nothing changes. */
  public static final KeyedChange NONE = new KeyedChange(null, null, null, null);

  public boolean isNothing() {
    return keepIf == null && transform == null && timers == null;
  }

  /** Which entries stay where two keys become one. */
  public enum Collision {
    FIRST,
    LAST
  }

  /**
   * What becomes of timers.
   *
   * @param place where the change stands
   * @param keepIf a condition on the timers that stay; null if all are removed
   */
  public record TimerChange(Placed<String> place, @Nullable RowExpression keepIf) {}
}
