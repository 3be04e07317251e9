// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.operators.meaning.Derivation;
import io.drey.operators.meaning.Derived;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.rewrite.related.RelatedStates;
import io.drey.state.snapshot.keyed.EntrySink;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.registry.DerivedStates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The states of an operator that tell of its other states: they are written in the order of the
 * rows, unless the rows have them.
 */
final class RelatedRows implements AutoCloseable {
  private static final Set<Derivation> NEEDED =
      Set.of(Derivation.NEWER_KEY, Derivation.KEY_GROUPS, Derivation.ENTRY_COUNT);

  private final OperatorStates operator;
  private final Map<String, Derived> derived;
  private final RelatedStates states;
  private final EntrySink next;
  private final EntrySink taking;

  /**
   * @param keyed the keyed states, in the order of their numbers
   * @param own the names of the operator states
   * @param next takes entries, and those of derived states
   */
  RelatedRows(
      OperatorStates operator,
      List<KeyedState> keyed,
      Set<String> own,
      EntrySink next,
      Path temporary,
      long budget) {
    DerivedStates contract = DerivedStates.of(operator.marker());
    Set<String> declared = keyed.stream().map(KeyedState::name).collect(Collectors.toSet());
    declared.addAll(own);
    this.operator = operator;
    this.derived =
        contract.byName().entrySet().stream()
            .filter(each -> declared.contains(each.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    this.states = RelatedStates.inOrderOfArrival(operator.id(), contract, temporary, budget);
    this.next = next;
    this.taking = states.taking(keyed, next);
  }

  /** Returns what takes the rows of a state. */
  EntrySink of(KeyedState state) {
    boolean isOwn = derived.isEmpty() || derived.containsKey(state.name());
    return isOwn || state.kind() == KeyedStateType.TIMERS ? next : taking;
  }

  /**
   * Writes the derived states, unless rows have them.
   *
   * @param hasRows whether there are rows of a state
   * @param own takes the elements of operator state
   */
  void write(Predicate<String> hasRows, @Nullable OwnRows own) throws IOException {
    if (derived.isEmpty()) {
      return;
    }
    if (derived.keySet().stream().anyMatch(hasRows)) {
      checkAll(hasRows);
      return;
    }
    states.write();
    derived.forEach(
        (name, tells) -> {
          if (own != null && tells.value() == Derivation.KEY_GROUPS) {
            states.eachKeyGroup(element -> own.add(name, element));
          }
        });
  }

  private void checkAll(Predicate<String> hasRows) {
    Set<String> missing = new TreeSet<>();
    derived.forEach(
        (name, tells) -> {
          boolean isNeeded = tells.from().isEmpty() || hasRows.test(tells.from());
          if (isNeeded && NEEDED.contains(tells.value()) && !hasRows.test(name)) {
            missing.add(name);
          }
        });
    if (!missing.isEmpty()) {
      throw new RefusedException(
          operator.id(),
          "rows of its states "
              + String.join(", ", missing)
              + " are missing, which tell of the others: leave out all of "
              + String.join(", ", new TreeSet<>(derived.keySet()))
              + ", and they are written in the order of the rows");
    }
  }

  @Override
  public void close() {
    states.close();
  }
}
