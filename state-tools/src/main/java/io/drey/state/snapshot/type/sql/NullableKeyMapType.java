// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.MapForm;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.EntriesType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.MapEntries;
import org.jspecify.annotations.Nullable;

/** Maps whose keys may be null: each key is preceded by a flag, as each value is. */
record NullableKeyMapType(ValueType key, ValueType value) implements EntriesType {
  @Override
  public String text() {
    return "Map<" + key.text() + ", " + value.text() + ">";
  }

  @Override
  public void skip(ByteReader in) {
    for (int rest = in.readCount(); rest > 0; rest--) {
      skip(key, in);
      skip(value, in);
    }
  }

  private static void skip(ValueType type, ByteReader in) {
    if (!in.readBoolean()) {
      type.skip(in);
    }
  }

  /** Writes entries, since null cannot be a member's name. */
  @Override
  public void write(ByteReader in, ValueSink out) {
    out.beginMap(MapForm.ENTRIES);
    for (int rest = in.readCount(); rest > 0; rest--) {
      out.beginKey(MapForm.ENTRIES);
      write(key, in, out);
      out.endKey(MapForm.ENTRIES);
      write(value, in, out);
      out.endEntry(MapForm.ENTRIES);
    }
    out.endMap(MapForm.ENTRIES);
  }

  private static void write(ValueType type, ByteReader in, ValueSink out) {
    if (in.readBoolean()) {
      out.nullValue();
    } else {
      type.write(in, out);
    }
  }

  @Override
  public void encode(@Nullable Object given, ByteWriter out) {
    out.writeInt(MapEntries.count(given));
    MapEntries.each(
        given,
        name -> MapType.named(key, name),
        (itsKey, itsValue) -> {
          encode(key, itsKey, out);
          encode(value, itsValue, out);
        });
  }

  private static void encode(ValueType type, @Nullable Object given, ByteWriter out) {
    out.writeBoolean(given == null);
    if (given != null) {
      type.encode(given, out);
    }
  }
}
