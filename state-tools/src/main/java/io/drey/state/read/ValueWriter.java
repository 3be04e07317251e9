// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.type.ValueType;
import java.util.function.LongConsumer;

/** Writes the values of entries, and after them the time of last access if they have a TTL. */
public final class ValueWriter {
  private static final byte[] VALUE = JsonWriter.encodedName("value");
  private static final byte[] LAST_ACCESS = JsonWriter.encodedName("last_access");
  private static final byte[] EXPIRED = JsonWriter.encodedName("expired");

  private final JsonWriter json;
  private final ListLayout lists;
  private final TtlExpiry expiry;

  /**
   * @param countsListElements whether lists begin with the number of their elements
   */
  public ValueWriter(JsonWriter json, boolean countsListElements) {
    this(json, countsListElements, TtlExpiry.UNKNOWN);
  }

  ValueWriter(JsonWriter json, boolean countsListElements, TtlExpiry expiry) {
    this.json = json;
    this.lists = new ListLayout(countsListElements);
    this.expiry = expiry;
  }

  void write(KeyedState state, ByteReader in) {
    int from = in.position();
    json.name(VALUE);
    writeValue(state, in);
    if (hasAccess(state, in, from)) {
      writeAccess(LAST_ACCESS, state, in, from);
      long life = expiry.life(state.name());
      if (life >= 0) {
        aboutAccess(EXPIRED, state, in, from, at -> json.bool(expiry.isExpired(at, life)));
      }
    }
  }

  /** Writes a value without its time of last access. */
  public void writeValue(KeyedState state, ByteReader in) {
    if (state.kind() == KeyedStateType.LIST) {
      writeList(state.value(), in);
    } else if (state.kind() == KeyedStateType.MAP && in.readBoolean()) {
      json.nullValue();
      // some serializers write the bytes of a value even after the null flag
      in.skip(in.remaining());
    } else {
      state.value().write(in, json);
    }
  }

  /**
   * Whether a value that was written has a time of last access.
   *
   * @param from the start of the value
   */
  public boolean hasAccess(KeyedState state, ByteReader in, int from) {
    boolean isNull = state.kind() == KeyedStateType.MAP && in.bytes()[from] != 0;
    return state.hasTtl() && !isNull;
  }

  /**
   * Writes a member with the time of last access of a value that was written, or of its elements.
   */
  public void writeAccess(byte[] encodedName, KeyedState state, ByteReader in, int from) {
    aboutAccess(encodedName, state, in, from, json::instant);
  }

  private void aboutAccess(
      byte[] encodedName, KeyedState state, ByteReader in, int from, LongConsumer write) {
    int to = in.position();
    json.name(encodedName);
    in.position(state.kind() == KeyedStateType.MAP ? from + 1 : from);
    if (state.kind() == KeyedStateType.LIST) {
      aboutAccesses(state.value(), in, write);
    } else {
      write.accept(in.readLong());
    }
    in.position(to);
  }

  private void aboutAccesses(ValueType element, ByteReader in, LongConsumer write) {
    lists.passStart(in);
    json.beginArray();
    while (!in.isAtEnd()) {
      int start = in.position();
      write.accept(in.readLong());
      in.position(start);
      element.skip(in);
      lists.passDelimiter(in);
    }
    json.endArray();
  }

  private void writeList(ValueType element, ByteReader in) {
    lists.passStart(in);
    json.beginArray();
    while (!in.isAtEnd()) {
      element.write(in, json);
      lists.passDelimiter(in);
    }
    json.endArray();
  }
}
