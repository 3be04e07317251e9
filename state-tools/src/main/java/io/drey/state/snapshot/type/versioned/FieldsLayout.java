// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.Field;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values one after the other.
 *
 * @param mark the number that tells the format from others and precedes the values; null for none
 */
record FieldsLayout(@Nullable Integer mark, List<Field> fields) implements Layout {
  @Override
  public void skip(ByteReader in) {
    skipMark(in);
    fields.forEach(field -> field.type().skip(in));
  }

  @Override
  public void writeMembers(ByteReader in, ValueSink out) {
    skipMark(in);
    for (Field field : fields) {
      out.name(field.encodedName());
      field.type().write(in, out);
    }
  }

  @Override
  public boolean isEncoded() {
    return true;
  }

  @Override
  public boolean isOf(Map<?, ?> members) {
    return members.size() == fields.size()
        && fields.stream().allMatch(field -> members.containsKey(field.name()));
  }

  @Override
  public void encode(Map<?, ?> members, ByteWriter out) {
    if (mark != null) {
      out.writeInt(mark);
    }
    fields.forEach(field -> field.encode(members, out));
  }

  private void skipMark(ByteReader in) {
    if (mark != null) {
      in.expectInt(mark, "the mark of a format");
    }
  }
}
