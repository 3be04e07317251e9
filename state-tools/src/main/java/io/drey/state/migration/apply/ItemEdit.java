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
  private final @Nullable ClassChange byClass;
  private final EntryRow row;
  private final boolean isDecoded;

  /**
   * @param byClass gives the new values; null if none does
   */
  ItemEdit(String operator, KeyedState state, NewValues values, @Nullable ClassChange byClass) {
    this.operator = operator;
    this.values = values;
    this.byClass = byClass;
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
    if (byClass != null) {
      byClass.entry().start(entry.key(), entry.mapKey());
    }
  }

  /**
   * Writes the new value of one, with its time of last access.
   *
   * @param item the old value, which ends where the reader does
   * @return false if it is not kept, and what was written stands for nothing
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
      return writeNew(old, access, same, out);
    } catch (RowException e) {
      throw new RefusedException(operator, String.valueOf(e.getMessage()));
    } catch (UnfitValueException e) {
      throw new RefusedException(operator, row.named(entry) + ": " + e.getMessage());
    }
  }

  private boolean writeNew(@Nullable Object old, long access, ByteReader same, ByteWriter out) {
    if (values.hasTtl()) {
      out.writeLong(access);
    }
    if (byClass != null) {
      return byClass.write(values.hadTtl() ? access : null, same, out);
    }
    if (values.areMade()) {
      values.type().encode(values.made(row.row(), old), out);
    } else {
      out.writeBytes(same);
    }
    return true;
  }
}
