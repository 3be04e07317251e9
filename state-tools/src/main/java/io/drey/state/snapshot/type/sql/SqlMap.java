// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.type.MapType;

/** Maps: the length of the array of keys, that array, and the array of values. */
record SqlMap(SqlType key, SqlType value) implements SqlBlockType {
  @Override
  public String text() {
    return "Map<" + key.text() + ", " + value.text() + ">";
  }

  @Override
  public void writeBlock(SqlBlock block, JsonWriter json) {
    int keyBytes = block.intAt(0);
    SqlBlock keys = block.part(Integer.BYTES, keyBytes);
    int valuesAt = Integer.BYTES + keyBytes;
    SqlBlock values = block.part(valuesAt, block.size() - valuesAt);
    int count = new SqlArray(key).count(keys);
    if (MapType.isName(key.bare()) || key == SqlText.STRING) {
      json.beginObject();
      for (int i = 0; i < count; i++) {
        int start = json.size();
        new SqlArray(key).writeElement(keys, i, count, json);
        json.nameOfValueAt(start);
        new SqlArray(value).writeElement(values, i, count, json);
      }
      json.endObject();
    } else {
      writeEntries(keys, values, count, json);
    }
  }

  private void writeEntries(SqlBlock keys, SqlBlock values, int count, JsonWriter json) {
    json.beginArray();
    for (int i = 0; i < count; i++) {
      json.beginObject();
      json.name("key");
      new SqlArray(key).writeElement(keys, i, count, json);
      json.name("value");
      new SqlArray(value).writeElement(values, i, count, json);
      json.endObject();
    }
    json.endArray();
  }
}
