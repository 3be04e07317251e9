// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.json.ValueTree;
import io.drey.state.migration.Row;
import io.drey.state.migration.RowException;
import io.drey.state.migration.RowExpression;
import io.drey.state.migration.RowVariable;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.rewrite.edit.ElementEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.UnfitValueException;
import org.jspecify.annotations.Nullable;

/** Changes the elements of an operator's list, or the entries of a broadcast map. */
final class ElementChange implements ElementEdit {
  private final ResolvedOperator operator;
  private final OperatorState state;
  private final NewValues values;
  private final @Nullable ClassChange byClass;
  private final boolean isDecoded;
  private final Row row = new Row();
  private final ValueTree tree = new ValueTree();
  private final ByteWriter bytes = new ByteWriter();
  private final ByteReader made = ByteReader.views();

  /**
   * @param byClass gives the new values; null if none does
   */
  ElementChange(
      ResolvedOperator operator,
      OperatorState state,
      NewValues values,
      @Nullable ClassChange byClass) {
    this.operator = operator;
    this.state = state;
    this.values = values;
    this.byClass = byClass;
    this.isDecoded = values.areMade() || uses(RowVariable.VALUE);
    row.with(RowVariable.OPERATOR, operator.toString()).with(RowVariable.STATE, state.name());
  }

  private boolean uses(RowVariable variable) {
    RowExpression keepIf = values.keepIf();
    return keepIf != null && keepIf.used().contains(variable);
  }

  @Override
  public void edit(ByteReader mapKey, ByteReader value, ElementOutput out) {
    ValueType keyType = state.mapKey();
    if (keyType != null && (values.areMade() || uses(RowVariable.MAP_KEY))) {
      row.with(RowVariable.MAP_KEY, decoded(keyType, mapKey));
    }
    try {
      Object old = isDecoded ? decoded(values.old(), value) : null;
      row.with(RowVariable.VALUE, old);
      if (values.keepIf() == null || values.keepIf().test(row)) {
        write(mapKey, value, old, out);
      }
    } catch (RowException e) {
      throw new RefusedException(operator, String.valueOf(e.getMessage()));
    } catch (UnfitValueException e) {
      throw new RefusedException(operator, row + ": " + e.getMessage());
    }
  }

  private @Nullable Object decoded(ValueType type, ByteReader in) {
    int from = in.position();
    type.write(in, tree);
    in.position(from);
    return tree.take();
  }

  private void write(ByteReader mapKey, ByteReader value, @Nullable Object old, ElementOutput out) {
    bytes.clear();
    if (byClass != null) {
      byClass.entry().start(mapKey, mapKey);
      if (!byClass.write(null, value, bytes)) {
        return;
      }
    } else if (values.areMade()) {
      values.type().encode(values.made(row, old), bytes);
    } else {
      bytes.writeBytes(value);
    }
    made.wrap(value.file(), bytes.buffer(), bytes.size());
    out.element(mapKey, made);
  }
}
