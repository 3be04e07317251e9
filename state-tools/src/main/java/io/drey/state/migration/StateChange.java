// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a state.
 *
 * @param state its name
 * @param isDropped whether it is removed; nothing else is changed then
 * @param renameTo its new name; null if it stays
 * @param keepIf a condition on its entries, as they were before any other change; null if all stay
 * @param values what becomes of its values; null if they stay
 * @param ttl what becomes of its TTL; null if it stays
 */
public record StateChange(
    Placed<String> state,
    boolean isDropped,
    @Nullable Placed<String> renameTo,
    @Nullable Placed<RowExpression> keepIf,
    @Nullable ValueChange values,
    @Nullable Placed<TtlChange> ttl) {
  /** A state that is removed. */
  public static StateChange dropped(Placed<String> state) {
    return new StateChange(state, true, null, null, null, null);
  }
}
