package io.drey.state.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds operators that are gone and new at once: those with equal states, one to one. What is named
 * for an operator, as its sorter is, goes with it.
 */
final class Renames {
  private final Map<OperatorShape, List<OperatorShape>> candidates = new HashMap<>();
  private final Map<OperatorShape, OperatorShape> renamed = new HashMap<>();

  /**
   * @param gone those with state
   * @param added in the order in which they are told
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
    for (Map.Entry<OperatorShape, OperatorShape> pair : List.copyOf(renamed.entrySet())) {
      gone.forEach(each -> follow(each, pair.getKey(), pair.getValue()));
    }
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

  /** What it is called now; null if that is not certain. */
  @Nullable OperatorShape nameOf(OperatorShape gone) {
    return renamed.get(gone);
  }

  /** What it was called; null if that is not certain. */
  @Nullable OperatorShape formerNameOf(OperatorShape added) {
    return renamed.entrySet().stream()
        .filter(pair -> pair.getValue().equals(added))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** All that it could be called now. */
  List<OperatorShape> candidates(OperatorShape gone) {
    return candidates.getOrDefault(gone, List.of());
  }
}
