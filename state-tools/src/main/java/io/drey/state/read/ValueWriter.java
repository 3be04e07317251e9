package io.drey.state.read;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.StateKind;
import io.drey.state.snapshot.type.TtlType;
import java.util.function.LongConsumer;

/** Writes the values of entries, and behind them when those with a time to live were accessed. */
final class ValueWriter {
  private static final byte[] VALUE = JsonWriter.encodedName("value");
  private static final byte[] LAST_ACCESS = JsonWriter.encodedName("last_access");
  private static final byte[] EXPIRED = JsonWriter.encodedName("expired");

  private final JsonWriter json;
  private final boolean countsListElements;
  private final Expiry expiry;

  ValueWriter(JsonWriter json, boolean countsListElements, Expiry expiry) {
    this.json = json;
    this.countsListElements = countsListElements;
    this.expiry = expiry;
  }

  void write(KeyedState state, ByteReader in) {
    json.name(VALUE);
    if (state.kind() == StateKind.LIST) {
      writeList(state, in);
    } else if (state.kind() == StateKind.MAP && in.readBoolean()) {
      json.nullValue();
      // some writers put the bytes of some value behind the flag that there is none
      in.skip(in.remaining());
    } else {
      writeOne(state, in);
    }
  }

  private void writeOne(KeyedState state, ByteReader in) {
    if (state.value() instanceof TtlType ttl) {
      long lastAccess = in.readLong();
      ttl.value().write(in, json);
      json.name(LAST_ACCESS);
      json.instant(lastAccess);
      long life = expiry.life(state.name());
      if (life >= 0) {
        json.name(EXPIRED);
        json.bool(expiry.isExpired(lastAccess, life));
      }
    } else {
      state.value().write(in, json);
    }
  }

  private void writeList(KeyedState state, ByteReader in) {
    if (countsListElements) {
      in.skip(Integer.BYTES);
    }
    int from = in.position();
    json.beginArray();
    while (!in.isAtEnd()) {
      state.value().write(in, json);
      passDelimiter(in);
    }
    json.endArray();
    if (state.value() instanceof TtlType ttl) {
      writeAccesses(LAST_ACCESS, ttl, in, from, json::instant);
      long life = expiry.life(state.name());
      if (life >= 0) {
        writeAccesses(EXPIRED, ttl, in, from, at -> json.bool(expiry.isExpired(at, life)));
      }
    }
  }

  /** Writes something about the last access to each element. */
  private void writeAccesses(
      byte[] encodedName, TtlType element, ByteReader in, int from, LongConsumer write) {
    in.position(from);
    json.name(encodedName);
    json.beginArray();
    while (!in.isAtEnd()) {
      write.accept(in.readLong());
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
