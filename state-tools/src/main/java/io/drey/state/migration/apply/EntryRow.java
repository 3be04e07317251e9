// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.json.ValueTree;
import io.drey.state.migration.Row;
import io.drey.state.migration.RowException;
import io.drey.state.migration.RowExpression;
import io.drey.state.migration.RowVariable;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.type.ValueType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decodes what expressions use of the entries of a state. */
final class EntryRow {
  private final Row row = new Row();
  private final ValueTree tree = new ValueTree();
  private final String operator;
  private final KeyedState state;
  private final Set<RowVariable> used;

  /**
   * @param operator as the plan names it
   * @param used what is to be decoded
   */
  EntryRow(String operator, KeyedState state, Set<RowVariable> used) {
    this.operator = operator;
    this.state = state;
    this.used = used;
    row.with(RowVariable.OPERATOR, operator).with(RowVariable.STATE, state.name());
  }

  /** Whether a condition that does not use the value holds for an entry. */
  boolean isKept(RowExpression keepIf, Entry entry) {
    try {
      return keepIf.test(of(entry));
    } catch (RowException e) {
      throw new RefusedException(operator, String.valueOf(e.getMessage()));
    }
  }

  Row row() {
    return row;
  }

  /** Returns the row of an entry, without its value. */
  Row of(Entry entry) {
    decode(RowVariable.KEY, state.key(), entry.key());
    decode(RowVariable.NAMESPACE, state.namespace(), entry.namespace());
    ValueType mapKey = state.mapKey();
    if (mapKey != null) {
      decode(RowVariable.MAP_KEY, mapKey, entry.mapKey());
    }
    if (state.kind() == KeyedStateType.TIMERS) {
      decode(RowVariable.TIMESTAMP, state.value(), entry.value());
    }
    return row;
  }

  /** Returns the row with its key, for a message. */
  Row named(Entry entry) {
    return row.with(RowVariable.KEY, value(state.key(), entry.key()));
  }

  /** Adds a value, and its time of last access. */
  Row with(@Nullable Object value, long access) {
    row.with(RowVariable.VALUE, value);
    if (used.contains(RowVariable.TTL)) {
      tree.instant(access);
      row.with(RowVariable.TTL, tree.take());
    }
    return row;
  }

  private void decode(RowVariable variable, ValueType type, ByteReader in) {
    if (used.contains(variable)) {
      row.with(variable, value(type, in));
    }
  }

  /** Decodes a value, and leaves the reader where it is. */
  @Nullable Object value(ValueType type, ByteReader in) {
    int from = in.position();
    type.write(in, tree);
    in.position(from);
    return tree.take();
  }
}
