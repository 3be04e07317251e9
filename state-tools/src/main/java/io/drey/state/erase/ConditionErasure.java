// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.erase;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.yaml.Position;
import io.drey.state.migration.KeyedChange;
import io.drey.state.migration.KeyedChange.TimerChange;
import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.Placed;
import io.drey.state.migration.RowExpression;
import io.drey.state.migration.RowVariable;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.apply.PlanEdits;
import io.drey.state.migration.check.Opaque;
import io.drey.state.migration.check.OperatorStates;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.registry.DerivedStates;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Erases every entry, timer, and element of a list for which a condition holds. */
public final class ConditionErasure implements Erasure {
  private static final Set<RowVariable> VARIABLES =
      EnumSet.complementOf(EnumSet.of(RowVariable.TTL));

  private final Placed<RowExpression> keepIf;

  private ConditionErasure(Placed<RowExpression> keepIf) {
    this.keepIf = keepIf;
  }

  /**
   * Returns the erasure by a condition.
   *
   * @param condition on operator, state, key, map_key, value, namespace and timestamp; what it
   *     gives other than true erases nothing
   * @throws ExpressionException if it is not valid
   */
  public static ConditionErasure of(String condition) throws ExpressionException {
    RowExpression checked = RowExpression.parse(condition, VARIABLES);
    RowExpression keepIf = RowExpression.parse("(" + checked + ") != true", VARIABLES);
    return new ConditionErasure(new Placed<>(keepIf, Position.START, "--where"));
  }

  @Override
  public OperatorEdit of(OperatorSnapshot operator, OperatorStates states) {
    Placed<String> id = keepIf.with(operator.id().toString());
    DerivedStates contract = DerivedStates.of(operator.marker());
    List<StateChange> changes = new ArrayList<>();
    boolean hasTimers = false;
    for (var state : states.keyed().values()) {
      if (state.kind() == KeyedStateType.TIMERS) {
        hasTimers |= isReadable(state.key());
      } else if (contract.derivation(state.name()) == null
          && isReadable(state.value())
          && isReadable(state.key())) {
        changes.add(change(state.name()));
      }
    }
    states.own().values().stream()
        .filter(state -> contract.derivation(state.name()) == null)
        .filter(state -> isReadable(state.value()))
        .forEach(state -> changes.add(change(state.name())));
    KeyedChange timers =
        new KeyedChange(null, null, null, null, new TimerChange(id, keepIf.value()));
    KeyedChange keyed = hasTimers ? timers : KeyedChange.NONE;
    OperatorChange change = new OperatorChange(id, false, null, keyed, changes, null, null);
    return PlanEdits.of(
        new ResolvedOperator(
            operator, operator.id(), operator.maxParallelism(), change, states, Map.of()));
  }

  private StateChange change(String state) {
    return new StateChange(keepIf.with(state), false, null, keepIf, null, null);
  }

  private static boolean isReadable(ValueType type) {
    return Opaque.within(type) == null;
  }

  @Override
  public boolean usesValues() {
    return keepIf.value().used().contains(RowVariable.VALUE);
  }
}
