// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.MapForm;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.type.EntriesType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.value.MapEntries;
import org.jspecify.annotations.Nullable;

/** Maps: the length of the array of keys, that array, and the array of values. */
record SqlMap(SqlType key, SqlType value) implements SqlBlockType, EntriesType {
  @Override
  public String text() {
    return "Map<" + key.text() + ", " + value.text() + ">";
  }

  @Override
  public void writeBlock(SqlBlock block, ValueSink out) {
    int keyBytes = block.intAt(0);
    SqlBlock keys = block.part(Integer.BYTES, keyBytes);
    int valuesAt = Integer.BYTES + keyBytes;
    SqlBlock values = block.part(valuesAt, block.size() - valuesAt);
    int count = new SqlArray(key).count(keys);
    MapForm form =
        MapType.isName(key.bare()) || key == SqlText.STRING ? MapForm.OBJECT : MapForm.ENTRIES;
    out.beginMap(form);
    for (int i = 0; i < count; i++) {
      out.beginKey(form);
      new SqlArray(key).writeElement(keys, i, count, out);
      out.endKey(form);
      new SqlArray(value).writeElement(values, i, count, out);
      out.endEntry(form);
    }
    out.endMap(form);
  }

  @Override
  public byte[] encodeBlock(@Nullable Object given) {
    int count = MapEntries.count(given);
    SqlBlockWriter keys = SqlBlockWriter.array(count, key.cellBytes());
    SqlBlockWriter values = SqlBlockWriter.array(count, value.cellBytes());
    int[] index = {0};
    MapEntries.each(
        given,
        name -> MapType.named(key, name),
        (itsKey, itsValue) -> {
          keys.encode(index[0], itsKey, key);
          values.encode(index[0]++, itsValue, value);
        });
    return keys.bytesBefore(values);
  }
}
