// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.avro;

import io.drey.state.json.MapForm;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.EntriesType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.sql.SqlText;
import io.drey.state.snapshot.value.MapEntries;
import org.jspecify.annotations.Nullable;

/** Maps: blocks of strings and values, each preceded by their number, up to an empty block. */
record AvroMap(ValueType value) implements EntriesType {
  @Override
  public ValueType key() {
    return SqlText.STRING;
  }

  @Override
  public String text() {
    return "Map<String, " + value.text() + ">";
  }

  @Override
  public void skip(ByteReader in) {
    for (int rest; (rest = AvroArray.readCount(in)) > 0; ) {
      for (; rest > 0; rest--) {
        SqlText.STRING.skip(in);
        value.skip(in);
      }
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    out.beginMap(MapForm.OBJECT);
    for (int rest; (rest = AvroArray.readCount(in)) > 0; ) {
      for (; rest > 0; rest--) {
        out.beginKey(MapForm.OBJECT);
        SqlText.STRING.write(in, out);
        out.endKey(MapForm.OBJECT);
        value.write(in, out);
        out.endEntry(MapForm.OBJECT);
      }
    }
    out.endMap(MapForm.OBJECT);
  }

  @Override
  public void encode(@Nullable Object given, ByteWriter out) {
    AvroArray.writeCount(MapEntries.count(given), out);
    MapEntries.each(
        given,
        name -> name,
        (itsKey, itsValue) -> {
          SqlText.STRING.encode(itsKey, out);
          value.encode(itsValue, out);
        });
    out.writeByte(0);
  }
}
