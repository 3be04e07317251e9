// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.state.json.JsonWriter;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.util.function.LongConsumer;

/** Writes the values of entries, and after them the time of last access if they have a TTL. */
public final class ValueWriter {
  private static final byte[] VALUE = JsonWriter.encodedName("value");
  private static final byte[] LAST_ACCESS = JsonWriter.encodedName("last_access");
  private static final byte[] EXPIRED = JsonWriter.encodedName("expired");

  private final ListLayout lists;
  private final TtlExpiry expiry;

  /**
   * @param countsListElements whether lists begin with the number of their elements
   */
  public ValueWriter(boolean countsListElements) {
    this(countsListElements, TtlExpiry.UNKNOWN);
  }

  ValueWriter(boolean countsListElements, TtlExpiry expiry) {
    this.lists = new ListLayout(countsListElements);
    this.expiry = expiry;
  }

  /** Writes the members of a row. */
  void write(KeyedState state, ByteReader in, JsonWriter json) {
    int from = in.position();
    json.name(VALUE);
    writeValue(state, in, json);
    if (hasAccess(state, in, from)) {
      json.name(LAST_ACCESS);
      writeAccess(state, in, from, json);
      long life = expiry.life(state.name());
      if (life >= 0) {
        json.name(EXPIRED);
        aboutAccess(state, in, from, json, at -> json.bool(expiry.isExpired(at, life)));
      }
    }
  }

  /** Writes a value without its time of last access. */
  public void writeValue(KeyedState state, ByteReader in, ValueSink out) {
    if (state.kind() == KeyedStateType.LIST) {
      writeList(state.value(), in, out);
    } else if (state.kind() == KeyedStateType.MAP && in.readBoolean()) {
      out.nullValue();
      passNull(state.value(), in);
    } else {
      state.value().write(in, out);
    }
  }

  /** Passes what follows a null flag: some serializers write the value even then. */
  private static void passNull(ValueType type, ByteReader in) {
    if (in.isAtEnd()) {
      return;
    }
    try {
      type.skip(in);
    } catch (UndecodableException e) {
      in.skip(in.remaining());
    }
  }

  /**
   * Whether a value has a time of last access.
   *
   * @param from the start of the value
   */
  public boolean hasAccess(KeyedState state, ByteReader in, int from) {
    boolean isNull = state.kind() == KeyedStateType.MAP && in.bytes()[from] != 0;
    return state.hasTtl() && !isNull;
  }

  /**
   * Writes the time of last access of a value, or those of its elements.
   *
   * @param from the start of the value
   */
  public void writeAccess(KeyedState state, ByteReader in, int from, ValueSink out) {
    aboutAccess(state, in, from, out, out::instant);
  }

  private void aboutAccess(
      KeyedState state, ByteReader in, int from, ValueSink out, LongConsumer write) {
    int to = in.position();
    in.position(state.kind() == KeyedStateType.MAP ? from + 1 : from);
    if (state.kind() == KeyedStateType.LIST) {
      aboutAccesses(state.value(), in, out, write);
    } else {
      write.accept(in.readLong());
    }
    in.position(to);
  }

  private void aboutAccesses(ValueType element, ByteReader in, ValueSink out, LongConsumer write) {
    lists.passStart(in);
    out.beginArray();
    while (!in.isAtEnd()) {
      int start = in.position();
      write.accept(in.readLong());
      in.position(start);
      element.skip(in);
      lists.passDelimiter(in);
    }
    out.endArray();
  }

  private void writeList(ValueType element, ByteReader in, ValueSink out) {
    lists.passStart(in);
    out.beginArray();
    while (!in.isAtEnd()) {
      element.write(in, out);
      lists.passDelimiter(in);
    }
    out.endArray();
  }
}
