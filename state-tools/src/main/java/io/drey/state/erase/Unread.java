// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.erase;

import io.drey.state.migration.check.Opaque;
import io.drey.state.migration.check.OperatorStates;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A state into which an erasure cannot look.
 *
 * @param why the reason
 */
public record Unread(String operator, String state, String why) {
  /** Finds those of an operator. */
  static List<Unread> of(OperatorSnapshot operator, OperatorStates states, boolean usesValues) {
    String id = operator.id().toString();
    List<Unread> unread = new ArrayList<>();
    for (KeyedState state : states.keyed().values()) {
      add(id, state.name(), state.key(), "keys", unread);
      if (usesValues && state.kind() != KeyedStateType.TIMERS) {
        add(id, state.name(), state.value(), "values", unread);
      }
    }
    if (usesValues) {
      states.own().values().forEach(own -> add(id, own.name(), own.value(), "elements", unread));
    }
    if (operator.coordinator() != null) {
      unread.add(new Unread(id, "coordinator", "it is one value, of which nothing is erased"));
    }
    if (operator.subtasks().stream().map(SubtaskSnapshot::rawOperator).anyMatch(Objects::nonNull)) {
      unread.add(new Unread(id, "raw operator state", "only the operator can read it"));
    }
    return unread;
  }

  private static void add(
      String operator, String state, ValueType type, String what, List<Unread> unread) {
    ValueType opaque = Opaque.within(type);
    if (opaque != null) {
      unread.add(new Unread(operator, state, "only " + opaque.text() + " can decode its " + what));
    }
  }

  /** As it is told to the user. */
  @Override
  public String toString() {
    return "not looked into: " + operator + ", " + state + ": " + why;
  }
}
