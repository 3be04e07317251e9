// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.metadata.KeyGroups;
import org.jspecify.annotations.Nullable;

/**
 * The part of a handle to read.
 *
 * @param groups the key groups to read; null for all
 * @param state the state to read, though entries of other states may be returned too; null for all
 */
public record Scope(@Nullable KeyGroups groups, @Nullable String state) {
  public static final Scope ALL = new Scope(null, null);

  boolean hasGroup(int keyGroup) {
    return groups == null || groups.contains(keyGroup);
  }

  boolean hasState(String name) {
    return state == null || state.equals(name);
  }
}
