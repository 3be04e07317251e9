// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A fixed sequence of values: tuples, and entries of Flink's own operators.
 *
 * @param isTuple whether it is one of Flink's tuples, whose hash is that of a list
 */
public record FieldsType(String text, List<Field> fields, boolean isTuple) implements RecordType {
  public FieldsType(String text, List<Field> fields) {
    this(text, fields, false);
  }

  public static FieldsType tuple(String name, List<ValueType> types) {
    return new FieldsType(name + "<" + texts(types) + ">", numbered(types), true);
  }

  public static String texts(List<ValueType> types) {
    return types.stream().map(ValueType::text).collect(Collectors.joining(", "));
  }

  /** Names fields by position: f0, f1, ... */
  public static List<Field> numbered(List<ValueType> types) {
    return IntStream.range(0, types.size()).mapToObj(i -> Field.of("f" + i, types.get(i))).toList();
  }

  @Override
  public void skip(ByteReader in) {
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).type().skip(in);
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    write(fields, in, out);
  }

  static void write(List<Field> fields, ByteReader in, ValueSink out) {
    out.beginObject();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      out.name(field.encodedName());
      field.type().write(in, out);
    }
    out.endObject();
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    encode(fields, value, out);
  }

  static void encode(List<Field> fields, @Nullable Object value, ByteWriter out) {
    Map<?, ?> members = Field.members(fields, value);
    for (Field field : fields) {
      field.encode(members, out);
    }
  }

  @Override
  public int size() {
    int sum = 0;
    for (Field field : fields) {
      if (field.type().size() <= 0) {
        return VARIABLE;
      }
      sum += field.type().size();
    }
    return sum;
  }
}
