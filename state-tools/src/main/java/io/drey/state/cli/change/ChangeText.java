// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.state.migration.ClassTransform;
import io.drey.state.migration.FieldSteps;
import io.drey.state.migration.KeyedChange;
import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.Transform;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.rewrite.StateResult;
import io.drey.state.snapshot.registry.DerivedStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in a few words what a plan changes. */
final class ChangeText {
  private ChangeText() {}

  /** Returns what becomes of an operator; empty if nothing does but to its states. */
  static String of(ResolvedOperator operator) {
    if (operator.isDropped()) {
      return "dropped";
    }
    List<String> changes = new ArrayList<>();
    if (!operator.id().equals(operator.snapshot().id())) {
      changes.add("renamed to " + operator.id());
    }
    int before = operator.snapshot().maxParallelism();
    if (operator.maxParallelism() != before) {
      changes.add("max parallelism " + before + " to " + operator.maxParallelism());
    }
    OperatorChange change = operator.change();
    if (change != null) {
      addKeys(change.keyed(), changes);
    }
    return String.join(", ", changes);
  }

  private static void addKeys(KeyedChange keyed, List<String> changes) {
    if (keyed.keepIf() != null) {
      changes.add("keys removed");
    }
    if (keyed.transform() != null) {
      changes.add("keys changed");
    }
    if (keyed.byClass() != null) {
      changes.add("keys changed by " + keyed.byClass());
    }
    if (keyed.timers() != null) {
      changes.add("timers removed");
    }
  }

  /** Returns what becomes of a state; empty if it stays as it is. */
  static String of(ResolvedOperator operator, StateResult result) {
    if (result.newState() == null) {
      return "dropped";
    }
    List<String> changes = new ArrayList<>();
    if (!result.newState().equals(result.state())) {
      changes.add("renamed to " + result.newState());
    }
    if (DerivedStates.of(operator.snapshot().marker()).derivation(result.state()) != null) {
      changes.add("computed anew");
    }
    StateChange change = find(operator.change(), result.state());
    if (change != null) {
      addValues(change, changes);
    }
    return String.join(", ", changes);
  }

  private static @Nullable StateChange find(@Nullable OperatorChange operator, String state) {
    if (operator != null) {
      for (StateChange change : operator.states()) {
        if (change.state().value().equals(state)) {
          return change;
        }
      }
    }
    return null;
  }

  private static void addValues(StateChange change, List<String> changes) {
    if (change.keepIf() != null) {
      changes.add("entries removed");
    }
    if (change.values() instanceof FieldSteps) {
      changes.add("fields changed");
    }
    if (change.values() instanceof Transform transform) {
      changes.add(
          transform.kind() == null
              ? "values changed"
              : "made a " + transform.kind().value().name().toLowerCase(Locale.ROOT));
    }
    if (change.values() instanceof ClassTransform byClass) {
      changes.add("values changed by " + byClass.transform());
    }
    if (change.ttl() != null) {
      changes.add(change.ttl().value().isEnabled() ? "TTL enabled" : "TTL disabled");
    }
  }
}
