// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Unknown;
import io.drey.state.migration.KeyedChange;
import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.Placed;
import io.drey.state.migration.RowExpression;
import io.drey.state.migration.RowVariable;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.value.Changed;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.type.ValueType;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the change of an operator against its states. */
record OperatorCheck(OperatorChange change, OperatorStates states, Problems problems) {
  void check(Map<String, Changed> fields) {
    checkKeys(change.keyed());
    for (StateChange state : change.states()) {
      check(state, fields);
    }
    checkNames();
  }

  private void checkKeys(KeyedChange keyed) {
    Placed<RowExpression> first = keyed.keepIf() == null ? keyed.transform() : keyed.keepIf();
    Placed<?> change = first == null ? keyed.byClass() : first;
    if (change != null && states.key() == null) {
      refuse(change, "Cannot change keys of '%s': it has no keyed state".formatted(name()));
    } else if (first != null) {
      checkDecodable(first, Opaque.within(Objects.requireNonNull(states.key())));
    }
    Placed<?> transform = keyed.byClass() == null ? keyed.transform() : keyed.byClass();
    if (transform != null && states.key() != null) {
      KeyCheck.regrouped(states, name(), transform, problems);
    }
    if (keyed.timers() != null && !states.hasTimers()) {
      refuse(keyed.timers().place(), "Cannot change timers of '%s': it has none".formatted(name()));
    }
  }

  private void checkDecodable(Placed<RowExpression> expression, @Nullable ValueType opaque) {
    if (opaque != null && expression.value().used().contains(RowVariable.KEY)) {
      refuse(expression, "Cannot read the keys of '%s': %s".formatted(name(), needed(opaque)));
    }
  }

  /** Says what is needed to decode values. */
  static String needed(ValueType opaque) {
    return "only the job's classes can decode " + opaque.text() + " (--jar)";
  }

  private void check(StateChange state, Map<String, Changed> fields) {
    String wanted = state.state().value();
    KeyedState keyed = states.keyed().get(wanted);
    OperatorState own = states.own().get(wanted);
    if (keyed != null && keyed.kind() == KeyedStateType.TIMERS) {
      refuse(
          state.state(),
          "Cannot change state '%s': it has timers, which 'timers' changes".formatted(wanted));
    } else if (keyed == null && own == null) {
      refuse(state.state(), unknown(wanted));
    } else if (!state.isDropped()) {
      StateTraits traits =
          keyed == null ? StateTraits.of(Objects.requireNonNull(own)) : StateTraits.of(keyed);
      Changed changed = new StateCheck(state, traits, problems).check();
      if (changed != null) {
        fields.put(wanted, changed);
      }
    }
  }

  private String unknown(String wanted) {
    String message = Unknown.message("state", wanted, states.names());
    boolean isPartial =
        states.keyed().values().stream().anyMatch(each -> each.kind() == KeyedStateType.UNKNOWN);
    return isPartial ? message + ", and others that only the job's classes tell apart" : message;
  }

  private void checkNames() {
    Set<String> taken = new HashSet<>(states.names());
    for (StateChange state : change.states()) {
      if (state.isDropped() || state.renameTo() != null) {
        taken.remove(state.state().value());
      }
    }
    for (StateChange state : change.states()) {
      Placed<String> to = state.renameTo();
      if (to != null && !taken.add(to.value())) {
        refuse(to, "Invalid rename-to: '%s' has a state '%s', which stays".formatted(name(), to));
      }
    }
  }

  private String name() {
    return change.operator().value();
  }

  private void refuse(@Nullable Placed<?> place, String message) {
    Placed<?> at = place == null ? change.operator() : place;
    problems.error(at.at(), at.path(), message);
  }
}
