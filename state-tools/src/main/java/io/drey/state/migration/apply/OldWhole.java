// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.migration.RowException;
import io.drey.state.migration.RowExpression;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.type.ValueType;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a value, a list or a map that are kept, as one value without times. */
final class OldWhole {
  private final String operator;
  private final KeyedState state;
  private final NewValues values;
  private final EntryRow row;
  private final ValueType type;
  private final AccessTimes times = new AccessTimes();
  private final ByteWriter parts = new ByteWriter();
  private final ByteWriter bytes = new ByteWriter();
  private final ByteReader whole = ByteReader.views();
  private int count;

  OldWhole(String operator, KeyedState state, NewValues values) {
    this.operator = operator;
    this.state = state;
    this.values = values;
    RowExpression keepIf = values.keepIf();
    this.row = new EntryRow(operator, state, keepIf == null ? Set.of() : keepIf.used());
    this.type = state.withValue(values.old()).whole();
  }

  void clear() {
    times.clear();
    parts.clear();
    count = 0;
  }

  /** Adds the parts of an entry, as they are in a canonical file. */
  void add(Entry entry, ByteReader value) {
    if (values.keepIf() != null) {
      row.of(entry);
    }
    switch (state.kind()) {
      case LIST -> addElements(value);
      case MAP -> addOfMap(entry.mapKey(), value);
      default -> addPart(null, value, access(value));
    }
  }

  private void addElements(ByteReader list) {
    ByteReader element = ByteReader.views();
    while (!list.isAtEnd()) {
      Long access = access(list);
      int from = list.position();
      values.old().skip(list);
      element.view(list, from, list.position());
      addPart(null, element, access);
      if (!list.isAtEnd()) {
        list.skip(1);
      }
    }
  }

  private void addOfMap(ByteReader mapKey, ByteReader value) {
    if (value.readBoolean()) {
      addPart(mapKey, null, null);
    } else {
      addPart(mapKey, value, access(value));
    }
  }

  private @Nullable Long access(ByteReader part) {
    return values.hadTtl() ? part.readLong() : null;
  }

  /**
   * @param part null if it is null in a map
   * @param access null if it has no time
   */
  private void addPart(
      @Nullable ByteReader mapKey, @Nullable ByteReader part, @Nullable Long access) {
    if (!isKept(part, access)) {
      return;
    }
    count++;
    if (access != null) {
      times.add(access);
    }
    if (mapKey != null) {
      parts.writeBytes(mapKey);
      parts.writeBoolean(part == null);
    }
    if (part != null) {
      parts.writeBytes(part);
    }
  }

  private boolean isKept(@Nullable ByteReader part, @Nullable Long access) {
    RowExpression keepIf = values.keepIf();
    if (keepIf == null) {
      return true;
    }
    try {
      Object value = part == null ? null : row.value(values.old(), part);
      return keepIf.test(row.with(value, Objects.requireNonNullElse(access, values.access())));
    } catch (RowException e) {
      throw new RefusedException(operator, String.valueOf(e.getMessage()));
    }
  }

  /** Whether no part is kept. */
  boolean isEmpty() {
    return count == 0;
  }

  AccessTimes times() {
    return times;
  }

  /** The whole as expressions see it. */
  @Nullable Object tree() {
    bytes.clear();
    if (state.kind() == KeyedStateType.LIST || state.kind() == KeyedStateType.MAP) {
      bytes.writeInt(count);
    }
    bytes.writeBytes(parts.buffer(), 0, parts.size());
    whole.wrap(state.name(), bytes.buffer(), bytes.size());
    return row.value(type, whole);
  }
}
