// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.jobs.expression.FieldCondition;
import io.drey.state.snapshot.metadata.KeyGroups;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an operator that are selected.
 *
 * @param state the only state to read; null for all
 * @param key the only key to read, as the user writes it; null for all
 * @param groups the only key groups to read, whose rows then tell their key group; null for all
 * @param where a condition on rows; null for none
 * @param skip how many of these rows are left out before the first
 * @param limit the greatest number of rows
 */
public record Selection(
    @Nullable String state,
    @Nullable String key,
    @Nullable KeyGroups groups,
    @Nullable FieldCondition where,
    long skip,
    long limit) {
  public static final Selection ALL = ofState(null);

  /** All rows of a state, or of all states. */
  public static Selection ofState(@Nullable String state) {
    return new Selection(state, null, null, null, 0, Long.MAX_VALUE);
  }

  /** Whether nothing but keyed state can be selected. */
  boolean isKeyed() {
    return key != null || groups != null;
  }

  boolean hasState(String name) {
    return state == null || state.equals(name);
  }
}
