package io.drey.state.read;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.StateKind;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;

/** Writes the values of entries, and behind them when those with a time to live were accessed. */
final class ValueWriter {
  private static final byte[] VALUE = JsonWriter.encodedName("value");
  private static final byte[] LAST_ACCESS = JsonWriter.encodedName("last_access");

  private final JsonWriter json;
  private final boolean countsListElements;

  ValueWriter(JsonWriter json, boolean countsListElements) {
    this.json = json;
    this.countsListElements = countsListElements;
  }

  void write(KeyedState state, ByteReader in) {
    json.name(VALUE);
    if (state.kind() == StateKind.LIST) {
      writeList(state.value(), in);
    } else if (state.kind() == StateKind.MAP && in.readBoolean()) {
      json.nullValue();
      // some writers put the bytes of some value behind the flag that there is none
      in.skip(in.remaining());
    } else {
      writeOne(state.value(), in);
    }
  }

  private void writeOne(ValueType type, ByteReader in) {
    if (type instanceof TtlType ttl) {
      long lastAccess = in.readLong();
      ttl.value().write(in, json);
      json.name(LAST_ACCESS);
      json.instant(lastAccess);
    } else {
      type.write(in, json);
    }
  }

  private void writeList(ValueType element, ByteReader in) {
    if (countsListElements) {
      in.skip(Integer.BYTES);
    }
    int from = in.position();
    json.beginArray();
    while (!in.isAtEnd()) {
      element.write(in, json);
      passDelimiter(in);
    }
    json.endArray();
    if (element instanceof TtlType ttl) {
      in.position(from);
      writeAccesses(ttl, in);
    }
  }

  private void writeAccesses(TtlType element, ByteReader in) {
    json.name(LAST_ACCESS);
    json.beginArray();
    while (!in.isAtEnd()) {
      json.instant(in.readLong());
      element.value().skip(in);
      passDelimiter(in);
    }
    json.endArray();
  }

  private void passDelimiter(ByteReader in) {
    if (!countsListElements && !in.isAtEnd()) {
      byte delimiter = in.readByte();
      if (delimiter != ',') {
        throw in.malformed("the elements of a list are parted by " + delimiter);
      }
    }
  }
}
