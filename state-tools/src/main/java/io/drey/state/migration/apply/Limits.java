// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.operators.meaning.Derivation;
import io.drey.operators.meaning.Derived;
import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.registry.DerivedStates;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Refuses changes that would leave an operator's states at odds with one another. */
public final class Limits {
  private Limits() {}

  /**
   * Checks what becomes of an operator.
   *
   * @throws RefusedException if a change cannot be made
   */
  static void check(ResolvedOperator operator) {
    OperatorChange change = operator.change();
    if (!operator.isUntouched()) {
      DerivedStates contract = checkContract(operator);
      if (change != null) {
        checkOwn(operator, change, contract);
      }
    }
  }

  /**
   * Checks that it is known which states of an operator tell of others.
   *
   * @throws RefusedException if it is not
   */
  public static DerivedStates checkContract(ResolvedOperator operator) {
    DerivedStates contract = DerivedStates.of(operator.snapshot().marker());
    if (!contract.areKnown()) {
      throw refused(
          operator,
          "it is one of Drey's with states of '%s', of which this version does not know what they"
                  .formatted(contract.states())
              + " tell of one another: take the version of drey that wrote the savepoint");
    }
    return contract;
  }

  /** Checks changes of states that tell of others: they change with these. */
  private static void checkOwn(
      ResolvedOperator operator, OperatorChange change, DerivedStates contract) {
    Set<String> dropped =
        change.states().stream()
            .filter(StateChange::isDropped)
            .map(state -> state.state().value())
            .collect(Collectors.toSet());
    for (StateChange state : change.states()) {
      String name = state.state().value();
      Derived derived = contract.byName().get(name);
      if (derived == null) {
        continue;
      }
      Set<String> kin = kin(operator, derived, contract);
      boolean isCount = derived.value() == Derivation.ENTRY_COUNT;
      if (!state.isDropped() || (isCount && !dropped.contains(derived.from()))) {
        throw refused(
            operator,
            "its state '%s' tells of %s, and changes with these"
                .formatted(
                    name, derived.from().isEmpty() ? "its keys" : "'" + derived.from() + "'"));
      }
      if (!dropped.containsAll(kin)) {
        throw refused(
            operator,
            "its states %s can only be dropped together".formatted(String.join(", ", kin)));
      }
    }
  }

  /** The states that tell the order of last use together. */
  private static Set<String> kin(
      ResolvedOperator operator, Derived derived, DerivedStates contract) {
    Set<String> kin = new TreeSet<>();
    for (Map.Entry<String, Derived> other : contract.byName().entrySet()) {
      String name = other.getKey();
      boolean isKin =
          other.getValue().from().equals(derived.from())
              && other.getValue().value() != Derivation.ENTRY_COUNT
              && other.getValue().value() != Derivation.KEY_GROUP_COUNT;
      boolean isThere =
          operator.states().keyed().containsKey(name) || operator.states().own().containsKey(name);
      if (isKin && isThere) {
        kin.add(name);
      }
    }
    return kin;
  }

  private static RefusedException refused(ResolvedOperator operator, String reason) {
    return new RefusedException(operator, reason);
  }
}
