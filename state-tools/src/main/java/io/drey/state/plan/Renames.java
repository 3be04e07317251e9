// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds renamed operators: pairs of one gone and one new operator with equal states, or else with
 * the same name and key type. An operator named after another one, such as its sorter, is renamed
 * with it.
 */
final class Renames {
  private final Map<OperatorShape, List<OperatorShape>> candidates = new HashMap<>();
  private final Map<OperatorShape, OperatorShape> renamed = new HashMap<>();

  /**
   * @param gone the operators with state that are gone
   * @param added the new operators, in the order of the plan
   */
  Renames(List<OperatorShape> gone, List<OperatorShape> added) {
    for (OperatorShape each : gone) {
      List<OperatorShape> alike = added.stream().filter(other -> isAlike(each, other)).toList();
      candidates.put(each, alike);
    }
    for (OperatorShape each : gone) {
      List<OperatorShape> alike = candidates(each);
      if (alike.size() == 1 && isOnlyOneOf(alike.get(0))) {
        renamed.put(each, alike.get(0));
      }
    }
    for (OperatorShape each : gone) {
      if (!renamed.containsKey(each)) {
        namesake(each, gone, added);
      }
    }
    for (Map.Entry<OperatorShape, OperatorShape> pair : List.copyOf(renamed.entrySet())) {
      gone.forEach(each -> follow(each, pair.getKey(), pair.getValue()));
    }
  }

  /** Pairs operators of one name and key type, whatever else they keep now. */
  private void namesake(OperatorShape former, List<OperatorShape> gone, List<OperatorShape> added) {
    List<OperatorShape> same =
        added.stream()
            .filter(other -> isNamesake(former, other) && !renamed.containsValue(other))
            .toList();
    boolean isOnlyOne = gone.stream().filter(each -> isNamed(each, former)).count() == 1;
    if (same.size() == 1 && isOnlyOne) {
      renamed.put(former, same.get(0));
    }
  }

  private static boolean isNamesake(OperatorShape gone, OperatorShape added) {
    return gone.key() != null && gone.key().equals(added.key()) && isNamed(gone, added);
  }

  private static boolean isNamed(OperatorShape one, OperatorShape other) {
    String name = one.id().name();
    return name != null && name.equals(other.id().name());
  }

  private boolean isOnlyOneOf(OperatorShape added) {
    return candidates.values().stream().filter(alike -> alike.contains(added)).count() == 1;
  }

  private void follow(OperatorShape gone, OperatorShape from, OperatorShape to) {
    if (gone.toString().startsWith(from + "-") && !renamed.containsKey(gone)) {
      String name = to + gone.toString().substring(from.toString().length());
      for (OperatorShape candidate : candidates(gone)) {
        if (candidate.toString().equals(name)) {
          renamed.put(gone, candidate);
        }
      }
    }
  }

  private static boolean isAlike(OperatorShape gone, OperatorShape added) {
    List<StateShape> before = gone.declared();
    List<StateShape> after = added.declared();
    if (before.isEmpty() || before.size() != after.size()) {
      return false;
    }
    List<StateShape> unmatched = new ArrayList<>(after);
    before.forEach(
        state ->
            unmatched.removeIf(other -> other.name().equals(state.name()) && state.isLike(other)));
    return unmatched.isEmpty();
  }

  /** Whether the states of a renamed operator are still the same. */
  boolean hasSameStates(OperatorShape gone) {
    OperatorShape now = nameOf(gone);
    return now != null && isAlike(gone, now);
  }

  /** Returns the new operator; null if that is not certain. */
  @Nullable OperatorShape nameOf(OperatorShape gone) {
    return renamed.get(gone);
  }

  /** Returns the former operator; null if that is not certain. */
  @Nullable OperatorShape formerNameOf(OperatorShape added) {
    return renamed.entrySet().stream()
        .filter(pair -> pair.getValue().equals(added))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** Returns all new operators that it may have become. */
  List<OperatorShape> candidates(OperatorShape gone) {
    return candidates.getOrDefault(gone, List.of());
  }
}
