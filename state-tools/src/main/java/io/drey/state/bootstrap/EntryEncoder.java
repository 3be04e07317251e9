// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.operators.meaning.Meaning;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Encodes rows of a keyed state as its entries. */
final class EntryEncoder {
  private static final byte DELIMITER = ',';

  private final KeyedState state;
  private final ValueType value;
  private final long access;
  private final @Nullable KeyText keys;
  private final String what;

  /**
   * @param ofJson the keys, if they are texts of JSON
   * @param access the time of last access of rows that do not say it
   */
  EntryEncoder(KeyedState state, KeyText ofJson, long access) {
    this.state = state;
    this.value = state.value() instanceof TtlType ttl ? ttl.value() : state.value();
    this.access = access;
    boolean hasJsonKeys = state.key() instanceof LogicalType key && key.meaning() == Meaning.JSON;
    this.keys = hasJsonKeys ? ofJson : null;
    this.what = state.kind() + " state '" + state.name() + "'";
  }

  KeyedState state() {
    return state;
  }

  /**
   * Encodes a row.
   *
   * @throws InvalidRowException if a member is missing, or does not fit the state
   * @throws UnfitValueException if one is not of the state's types
   */
  void encode(Row row, EncodedEntry out) {
    out.clear();
    key(row.required(Row.KEY, what), out.key);
    namespace(row, out.namespace);
    if (!state.hasTtl()) {
      row.without(
          state.kind() == KeyedStateType.TIMERS ? what : what + ", which has no TTL",
          Row.LAST_ACCESS);
    }
    switch (state.kind()) {
      case TIMERS -> timer(row, out);
      case MAP -> mapEntry(row, out);
      case LIST -> list(row, out.value);
      default -> {
        row.without(what, Row.MAP_KEY, Row.TIMESTAMP);
        value(row.required(Row.VALUE, what), row.get(Row.LAST_ACCESS), out.value);
      }
    }
  }

  private void key(@Nullable Object key, ByteWriter out) {
    if (keys != null) {
      StringType.STRING.encode(keys.of(key), out);
    } else {
      part(Row.KEY, () -> state.key().encode(key, out));
    }
  }

  private void namespace(Row row, ByteWriter out) {
    if (state.namespace().isNothing()) {
      row.without(what, Row.NAMESPACE);
      state.namespace().encode(null, out);
    } else {
      Object namespace = row.required(Row.NAMESPACE, what);
      part(Row.NAMESPACE, () -> state.namespace().encode(namespace, out));
    }
  }

  /** Timers sort by their instants, whose sign is inverted for that. */
  private void timer(Row row, EncodedEntry out) {
    row.without(what, Row.MAP_KEY, Row.VALUE);
    Object instant = row.required(Row.TIMESTAMP, what);
    part(Row.TIMESTAMP, () -> out.mapKey.writeLong(Given.millis(instant) ^ Long.MIN_VALUE));
  }

  private void mapEntry(Row row, EncodedEntry out) {
    row.without(what, Row.TIMESTAMP);
    ValueType mapKey = Objects.requireNonNull(state.mapKey());
    Object given = row.required(Row.MAP_KEY, what);
    part(Row.MAP_KEY, () -> mapKey.encode(given, out.mapKey));
    Object made = row.required(Row.VALUE, what);
    boolean isNull = made == null && !state.hasTtl();
    out.value.writeBoolean(isNull);
    if (!isNull) {
      value(made, row.get(Row.LAST_ACCESS), out.value);
    }
  }

  private void list(Row row, ByteWriter out) {
    row.without(what, Row.MAP_KEY, Row.TIMESTAMP);
    Object given = row.required(Row.VALUE, what);
    if (!(given instanceof List<?> elements) || elements.isEmpty()) {
      throw new InvalidRowException(
          "Invalid value: must be an array of at least one element for " + what);
    }
    Object times = row.get(Row.LAST_ACCESS);
    List<?> each = times instanceof List<?> all ? all : null;
    if (each != null && each.size() != elements.size()) {
      throw new InvalidRowException(
          "Invalid last_access: must be one instant, or one for each of the "
              + elements.size()
              + " elements, but has "
              + each.size());
    }
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.writeByte(DELIMITER);
      }
      Object element = elements.get(i);
      Object time = each == null ? times : each.get(i);
      part("[" + i + "]", () -> value(element, time, out));
    }
  }

  private void value(@Nullable Object made, @Nullable Object time, ByteWriter out) {
    if (state.hasTtl()) {
      part(Row.LAST_ACCESS, () -> out.writeLong(time == null ? access : Given.millis(time)));
    }
    part(Row.VALUE, () -> value.encode(made, out));
  }

  private static void part(String name, Runnable encoding) {
    try {
      encoding.run();
    } catch (UnfitValueException e) {
      throw e.within(name);
    }
  }
}
