// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * The scopes of a subtask that have entries, by key group. The markers of one listing mostly arrive
 * together: the scopes are then read once for all of them.
 */
final class LiveScopes {
  private final int keyGroups;
  private final Supplier<Stream<String>> scopeKeys;

  private Map<Integer, List<String>> byGroup = Map.of();
  private long listing = -1;
  private long changes;

  /**
   * @param scopeKeys the keys of all scopes with entries
   */
  LiveScopes(int keyGroups, Supplier<Stream<String>> scopeKeys) {
    this.keyGroups = keyGroups;
    this.scopeKeys = scopeKeys;
  }

  /**
   * The scopes of the marker's key group.
   *
   * @param changesSoFar the number of changes so far, by which to tell whether the scopes may have
   *     changed since the last marker
   */
  List<String> of(long marker, long changesSoFar) {
    if (listing != Routes.listing(marker) || changes != changesSoFar) {
      listing = Routes.listing(marker);
      changes = changesSoFar;
      byGroup = lookThrough();
    }
    List<String> scopes = byGroup.remove(Routes.group(marker));
    return scopes == null ? new ArrayList<>() : scopes;
  }

  private Map<Integer, List<String>> lookThrough() {
    Map<Integer, List<String>> groups = new HashMap<>();
    try (Stream<String> keys = scopeKeys.get()) {
      keys.forEach(
          key ->
              groups
                  .computeIfAbsent(
                      KeyGroupRangeAssignment.assignToKeyGroup(key, keyGroups),
                      unused -> new ArrayList<>())
                  .add(key));
    }
    return groups;
  }
}
