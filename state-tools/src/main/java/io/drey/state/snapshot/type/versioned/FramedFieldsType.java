// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object whose first members follow their length.
 *
 * @param others the members behind them
 */
record FramedFieldsType(List<Field> framed, List<Field> others) implements ValueType {
  @Override
  public String text() {
    return "Object";
  }

  @Override
  public void skip(ByteReader in) {
    in.readCount();
    all().forEach(field -> field.type().skip(in));
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    in.readCount();
    out.beginObject();
    all()
        .forEach(
            field -> {
              out.name(field.encodedName());
              field.type().write(in, out);
            });
    out.endObject();
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    Map<?, ?> members = Field.members(all().toList(), value);
    Framing.write(bytes -> framed.forEach(field -> field.encode(members, bytes)), out);
    others.forEach(field -> field.encode(members, out));
  }

  private Stream<Field> all() {
    return Stream.concat(framed.stream(), others.stream());
  }
}
