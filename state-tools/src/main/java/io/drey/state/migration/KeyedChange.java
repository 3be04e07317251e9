// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import io.drey.state.transform.KeyTransform;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of all entries of an operator by their key, and of its timers.
 *
 * @param keepIf a condition on keys; entries and timers of others are removed; null if all stay
 * @param transform gives the new key of the old one; null if keys stay
 * @param byClass a class of the user's that gives it; null if none does
 * @param onCollision which entries stay where two keys become one; null if that is an error
 * @param timers what becomes of timers; null if they stay
 */
@SuppressWarnings("rawtypes") // what a class takes is known only when it is called
public record KeyedChange(
    @Nullable Placed<RowExpression> keepIf,
    @Nullable Placed<RowExpression> transform,
    @Nullable Placed<UserClass<KeyTransform>> byClass,
    @Nullable Collision onCollision,
    @Nullable TimerChange timers) {
  /** Nothing changes. */
  public static final KeyedChange NONE = new KeyedChange(null, null, null, null, null);

  public boolean isNothing() {
    return keepIf == null && transform == null && byClass == null && timers == null;
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
