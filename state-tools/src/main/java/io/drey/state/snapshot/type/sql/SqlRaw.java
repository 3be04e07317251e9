// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.JsonWriter;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import org.jspecify.annotations.Nullable;

/** Values of type RAW, which their own serializer wrote; shown as bytes if it is not known. */
record SqlRaw(ValueType value) implements SqlBlockType {
  @Override
  public String text() {
    return value.text();
  }

  @Override
  public void writeBlock(SqlBlock block, ValueSink out) {
    if (isDecodable(block)) {
      value.write(framed(block), out);
    } else {
      SqlText.BYTES.writeBlock(block, out);
    }
  }

  /** Tries it, since a sink does not take back a value that turns out to be undecodable. */
  private boolean isDecodable(SqlBlock block) {
    try {
      value.write(framed(block), new JsonWriter());
      return true;
    } catch (UndecodableException e) {
      return false;
    }
  }

  private static ByteReader framed(SqlBlock block) {
    ByteReader framed = ByteReader.views();
    framed.view(block.in(), block.from(), block.from() + block.size());
    return framed;
  }

  @Override
  public ValueType bare() {
    return value.bare();
  }

  @Override
  public byte[] encodeBlock(@Nullable Object given) {
    ByteWriter out = new ByteWriter();
    try {
      value.encode(given, out);
    } catch (UndecodableException e) {
      return SqlText.BYTES.encodeBlock(given);
    }
    return out.bytes();
  }
}
