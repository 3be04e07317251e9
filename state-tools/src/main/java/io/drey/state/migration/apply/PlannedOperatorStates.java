// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.migration.ClassTransform;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.rewrite.edit.ElementEdit;
import io.drey.state.rewrite.edit.OperatorStateEdit;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.operator.OperatorState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a plan makes of the operator states of an operator. */
record PlannedOperatorStates(ResolvedOperator operator, Map<String, StateChange> changes)
    implements OperatorStateEdit {
  @Override
  public @Nullable ListEdit of(OperatorState state, StateHeader header) {
    StateChange change = changes.get(state.name());
    if (change == null) {
      return ListEdit.keep(header);
    }
    if (change.isDropped()) {
      return null;
    }
    NewValues values = NewValues.of(change, state.value(), operator.fields().get(state.name()), 0);
    StateHeader renamed =
        change.renameTo() == null ? header : header.named(change.renameTo().value());
    if (change.values() instanceof ClassTransform byClass) {
      ClassChange made = ClassChange.of(operator, state, renamed, byClass);
      return new ListEdit(made.described(renamed), elements(state, values, made));
    }
    return new ListEdit(described(renamed, state, values), elements(state, values, null));
  }

  private static StateHeader described(StateHeader header, OperatorState state, NewValues values) {
    if (values.type().equals(state.value())) {
      return header;
    }
    return header.withValue(values.type());
  }

  private ElementEdit elements(
      OperatorState state, NewValues values, @Nullable ClassChange byClass) {
    if (values.keepIf() == null && !values.areMade() && byClass == null) {
      return ElementEdit.KEEP;
    }
    return new ElementChange(operator, state, values, byClass);
  }
}
