// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.avro;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.sql.SqlText;

/** Maps: blocks of strings and values, each preceded by their number, up to an empty block. */
record AvroMap(ValueType value) implements ValueType {
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
  public void write(ByteReader in, JsonWriter json) {
    json.beginObject();
    for (int rest; (rest = AvroArray.readCount(in)) > 0; ) {
      for (; rest > 0; rest--) {
        int start = json.size();
        SqlText.STRING.write(in, json);
        json.nameOfValueAt(start);
        value.write(in, json);
      }
    }
    json.endObject();
  }
}
