// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what becomes of each state in all subtasks. */
final class Results {
  private final Map<List<String>, StateResult> byState = new LinkedHashMap<>();

  void add(StateResult result) {
    byState.merge(List.of(result.operator().hash(), result.state()), result, StateResult::plus);
  }

  List<StateResult> all() {
    return List.copyOf(byState.values());
  }
}
