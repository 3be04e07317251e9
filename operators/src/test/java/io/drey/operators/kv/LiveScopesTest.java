// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;

class LiveScopesTest {
  private static final int KEY_GROUPS = 4;

  private final List<String> keys = new ArrayList<>();
  private int looks;
  private final LiveScopes scopes =
      new LiveScopes(
          KEY_GROUPS,
          () -> {
            looks++;
            return keys.stream();
          });

  @Test
  void looksOnceForAllMarkersOfAListing() {
    addScopes(0, 20);

    assertThat(listed(7, 0)).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(looks).isEqualTo(1);
    assertThat(listed(8, 0)).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void looksAgainWhereAScopeHasComeOrGoneBetweenMarkers() {
    addScopes(0, 20);
    assertThat(scopes.of(Routes.marker(7, 0), 3)).isEqualTo(ofGroup(0));

    addScopes(20, 40);
    assertThat(scopes.of(Routes.marker(7, 1), 4)).isEqualTo(ofGroup(1));
    keys.clear();
    assertThat(scopes.of(Routes.marker(7, 2), 5)).isEmpty();
  }

  private List<String> listed(long listing, long changes) {
    List<String> listed = new ArrayList<>();
    for (int group = 0; group < KEY_GROUPS; group++) {
      List<String> ofGroup = scopes.of(Routes.marker(listing, group), changes);
      assertThat(ofGroup).isEqualTo(ofGroup(group));
      listed.addAll(ofGroup);
    }
    return listed;
  }

  private void addScopes(int from, int to) {
    for (int i = from; i < to; i++) {
      keys.add("s" + i);
    }
  }

  private List<String> ofGroup(int group) {
    return keys.stream()
        .filter(key -> KeyGroupRangeAssignment.assignToKeyGroup(key, KEY_GROUPS) == group)
        .toList();
  }
}
