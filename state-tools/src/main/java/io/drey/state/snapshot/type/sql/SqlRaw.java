// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;

/** Values of type RAW, which their own serializer wrote; shown as bytes if it is not known. */
record SqlRaw(ValueType value) implements SqlBlockType {
  @Override
  public String text() {
    return value.text();
  }

  @Override
  public void writeBlock(SqlBlock block, JsonWriter json) {
    int size = json.size();
    ByteReader framed = ByteReader.views();
    framed.view(block.in(), block.from(), block.from() + block.size());
    try {
      value.write(framed, json);
    } catch (UndecodableException e) {
      json.truncate(size);
      SqlText.BYTES.writeBlock(block, json);
    }
  }

  @Override
  public ValueType bare() {
    return value.bare();
  }
}
