// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The steps of a migration plan that give the values of a state other classes and fields. */
final class ValueSteps {
  private final Set<String> classes = new TreeSet<>();
  private final Set<String> casts = new TreeSet<>();
  private final Set<String> drops = new TreeSet<>();

  private ValueSteps() {}

  /** Returns what undoes all differences; null if some of them are in no class or field. */
  static @Nullable ValueSteps of(List<TypeDifference> differences) {
    ValueSteps steps = new ValueSteps();
    return differences.stream().allMatch(steps::add) ? steps : null;
  }

  private boolean add(TypeDifference difference) {
    String field = MigrationLine.quoted(difference.place().fields());
    if (difference.renamed().isPresent()) {
      classes.add(difference.renamed().orElseThrow());
      return true;
    }
    if (!difference.place().isField() || !difference.retyped()) {
      return false;
    }
    difference
        .cast()
        .ifPresentOrElse(type -> casts.add(field + ": " + type), () -> drops.add(field));
    return true;
  }

  /** What the steps lose: fields whose values cannot be cast are dropped, and are then new. */
  String loss() {
    return drops.isEmpty() ? "" : ", which loses " + String.join(" and ", drops);
  }

  @Override
  public String toString() {
    List<String> steps = new ArrayList<>();
    addStep(steps, "rename-class: {%s}", classes);
    addStep(steps, "cast-field: {%s}", casts);
    addStep(steps, "drop-field: [%s]", drops);
    return "{" + String.join(", ", steps) + "}";
  }

  private static void addStep(List<String> steps, String step, Set<String> parts) {
    if (!parts.isEmpty()) {
      steps.add(step.formatted(String.join(", ", parts)));
    }
  }
}
