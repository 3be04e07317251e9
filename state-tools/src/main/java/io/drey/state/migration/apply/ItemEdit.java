// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.migration.RowException;
import io.drey.state.migration.RowExpression;
import io.drey.state.migration.RowVariable;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes single values: those of entries, elements of lists, values of maps. */
final class ItemEdit {
  private final String operator;
  private final NewValues values;
  private final EntryRow row;
  private final boolean isDecoded;

  ItemEdit(String operator, KeyedState state, NewValues values) {
    this.operator = operator;
    this.values = values;
    Set<RowVariable> used = EnumSet.noneOf(RowVariable.class);
    addUsed(values.keepIf(), used);
    addUsed(values.transform(), used);
    this.row = new EntryRow(operator, state, used);
    this.isDecoded = values.areMade() || used.contains(RowVariable.VALUE);
  }

  private static void addUsed(@Nullable RowExpression expression, Set<RowVariable> used) {
    if (expression != null) {
      used.addAll(expression.used());
    }
  }

  /** Starts with the values of an entry. */
  void start(Entry entry) {
    row.of(entry);
  }

  /**
   * Writes the new value of one, with its time of last access.
   *
   * @param item the old value, which ends where the reader does
   * @return false if it is not kept, and nothing was written
   */
  boolean edit(Entry entry, ByteReader item, ByteWriter out) {
    long access = values.hadTtl() ? item.readLong() : values.access();
    Object old = isDecoded ? row.value(values.old(), item) : null;
    return write(entry, old, access, item, out);
  }

  /** Whether a null in a map is kept; it has no value that could change. */
  boolean keepsNull() {
    try {
      row.with(null, values.access());
      return isKept();
    } catch (RowException e) {
      throw new RefusedException(operator, String.valueOf(e.getMessage()));
    }
  }

  private boolean isKept() {
    return values.keepIf() == null || values.keepIf().test(row.row());
  }

  private boolean write(
      Entry entry, @Nullable Object old, long access, ByteReader same, ByteWriter out) {
    try {
      row.with(old, access);
      if (!isKept()) {
        return false;
      }
      writeNew(values.made(row.row(), old), access, same, out);
      return true;
    } catch (RowException e) {
      throw new RefusedException(operator, String.valueOf(e.getMessage()));
    } catch (UnfitValueException e) {
      throw new RefusedException(operator, row.named(entry) + ": " + e.getMessage());
    }
  }

  private void writeNew(@Nullable Object made, long access, ByteReader same, ByteWriter out) {
    if (values.hasTtl()) {
      out.writeLong(access);
    }
    if (values.areMade()) {
      values.type().encode(made, out);
    } else {
      out.writeBytes(same);
    }
  }
}
