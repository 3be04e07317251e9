// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.json.ValueTree;
import io.drey.state.migration.Row;
import io.drey.state.migration.RowException;
import io.drey.state.migration.RowVariable;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.rewrite.edit.ElementEdit;
import io.drey.state.rewrite.edit.OperatorStateEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.UnfitValueException;
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
    return new ListEdit(described(renamed, state, values), elements(state, values));
  }

  private static StateHeader described(StateHeader header, OperatorState state, NewValues values) {
    if (values.type().equals(state.value())) {
      return header;
    }
    return header.withValue(values.type());
  }

  private ElementEdit elements(OperatorState state, NewValues values) {
    if (values.keepIf() == null && !values.areMade()) {
      return ElementEdit.KEEP;
    }
    Row row = new Row();
    row.with(RowVariable.OPERATOR, operator.toString()).with(RowVariable.STATE, state.name());
    ValueTree tree = new ValueTree();
    ByteWriter bytes = new ByteWriter();
    ByteReader made = ByteReader.views();
    return (mapKey, value, out) -> {
      if (state.mapKey() != null) {
        row.with(RowVariable.MAP_KEY, decoded(state.mapKey(), mapKey, tree));
      }
      Object old = decoded(values.old(), value, tree);
      row.with(RowVariable.VALUE, old);
      try {
        if (values.keepIf() != null && !values.keepIf().test(row)) {
          return;
        }
        if (!values.areMade()) {
          out.element(mapKey, value);
          return;
        }
        bytes.clear();
        values.type().encode(values.made(row, old), bytes);
      } catch (RowException e) {
        throw new RefusedException(operator, String.valueOf(e.getMessage()));
      } catch (UnfitValueException e) {
        throw new RefusedException(operator, row + ": " + e.getMessage());
      }
      made.wrap(value.file(), bytes.buffer(), bytes.size());
      out.element(mapKey, made);
    };
  }

  private static @Nullable Object decoded(ValueType type, ByteReader in, ValueTree tree) {
    int from = in.position();
    type.write(in, tree);
    in.position(from);
    return tree.take();
  }
}
