// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.json.ValueTree;
import io.drey.state.migration.KeyedChange;
import io.drey.state.migration.Row;
import io.drey.state.migration.RowException;
import io.drey.state.migration.RowExpression;
import io.drey.state.migration.RowVariable;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.migration.value.Casts;
import io.drey.state.migration.value.Conversion;
import io.drey.state.rewrite.edit.KeyEdit;
import io.drey.state.rewrite.edit.KeyEdit.Collision;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.UnfitValueException;
import org.jspecify.annotations.Nullable;

/** The new keys that a plan gives an operator, which keep their type. */
final class PlannedKeys implements KeyEdit.Change {
  private final String operator;
  private final RowExpression transform;
  private final Row row = new Row();
  private final ValueTree tree = new ValueTree();
  private @Nullable ValueType known;
  private Conversion cast = Conversion.NONE;

  private PlannedKeys(String operator, RowExpression transform) {
    this.operator = operator;
    this.transform = transform;
    row.with(RowVariable.OPERATOR, operator);
  }

  /** Returns what becomes of an operator's keys; null if they stay. */
  static @Nullable KeyEdit of(ResolvedOperator operator, KeyedChange change) {
    if (change.byClass() != null) {
      return new KeyEdit(
          ClassKeys.of(operator, change.byClass()), onCollision(change.onCollision()));
    }
    if (change.transform() == null) {
      return null;
    }
    return new KeyEdit(
        new PlannedKeys(operator.toString(), change.transform().value()),
        onCollision(change.onCollision()));
  }

  private static Collision onCollision(KeyedChange.@Nullable Collision planned) {
    if (planned == null) {
      return Collision.REFUSE;
    }
    return switch (planned) {
      case FIRST -> Collision.FIRST;
      case LAST -> Collision.LAST;
    };
  }

  @Override
  public void write(ValueType type, ByteReader old, ByteWriter out) {
    type.write(old, tree);
    row.with(RowVariable.KEY, tree.take());
    try {
      Object made = castTo(type).of(transform.evaluate(row));
      if (made == null) {
        throw new UnfitValueException("of type " + type.text(), null);
      }
      type.encode(made, out);
    } catch (RowException e) {
      throw new RefusedException(operator, String.valueOf(e.getMessage()));
    } catch (UnfitValueException e) {
      throw new RefusedException(operator, row + ": the new key " + e.getMessage());
    }
  }

  private Conversion castTo(ValueType type) {
    if (!type.equals(known)) {
      known = type;
      cast = Casts.to(type);
    }
    return cast;
  }
}
