// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.rewrite.edit.EntryEdit;
import io.drey.state.rewrite.edit.EntryOutput;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Changes the values of a state whose kind stays. */
final class EntryChange implements EntryEdit {
  private static final byte DELIMITER = ',';

  private final KeyedState state;
  private final ItemEdit items;
  private final ByteWriter out = new ByteWriter();
  private final ByteReader changed = ByteReader.views();
  private final ByteReader element = ByteReader.views();
  private long removed;

  /**
   * @param byClass gives the new values; null if none does
   */
  EntryChange(String operator, KeyedState state, NewValues values, @Nullable ClassChange byClass) {
    this.state = state;
    this.items = new ItemEdit(operator, state, values, byClass);
  }

  @Override
  public void edit(Entry entry, EntryOutput to) throws IOException {
    items.start(entry);
    out.clear();
    ByteReader value = to.canonical(entry);
    removed = 0;
    if (isKept(entry, value)) {
      changed.wrap(value.file(), out.buffer(), out.size());
      to.entry(entry.keyGroup(), entry.key(), entry.namespace(), entry.mapKey(), changed);
    } else if (removed == 0) {
      removed = 1;
    }
    to.removed(removed);
  }

  private boolean isKept(Entry entry, ByteReader value) {
    if (state.kind() == KeyedStateType.LIST) {
      return list(entry, value);
    }
    return state.kind() == KeyedStateType.MAP
        ? mapValue(entry, value)
        : items.edit(entry, value, out);
  }

  private boolean mapValue(Entry entry, ByteReader value) {
    boolean isNull = value.readBoolean();
    out.writeBoolean(isNull);
    return isNull ? items.keepsNull() : items.edit(entry, value, out);
  }

  /** Changes the elements of a list; one without elements is no state. */
  private boolean list(Entry entry, ByteReader list) {
    ValueType type = state.value();
    while (!list.isAtEnd()) {
      int from = list.position();
      type.skip(list);
      element.view(list, from, list.position());
      int size = out.size();
      if (size > 0) {
        out.writeByte(DELIMITER);
      }
      if (!items.edit(entry, element, out)) {
        removed++;
        out.truncate(size);
      }
      if (!list.isAtEnd()) {
        list.skip(1);
      }
    }
    return out.size() > 0;
  }
}
