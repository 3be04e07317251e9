// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.jobs.expression.FieldCondition;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an operator that are selected.
 *
 * @param state the only state to read; null for all
 * @param key the only key to read, as the user writes it; null for all
 * @param where a condition on rows; null for none
 * @param limit the greatest number of rows
 */
public record Selection(
    @Nullable String state, @Nullable String key, @Nullable FieldCondition where, long limit) {
  public static final Selection ALL = new Selection(null, null, null, Long.MAX_VALUE);

  boolean hasState(String name) {
    return state == null || state.equals(name);
  }
}
