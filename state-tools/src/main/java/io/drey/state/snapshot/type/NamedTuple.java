// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.operators.meaning.Meaning;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tuples to whose parts Drey's operators give names: they are shown by these, and are like their
 * plain type in every other respect.
 *
 * @param plain the type as stored
 * @param fields the same parts by name, with what they stand for
 */
public record NamedTuple(FieldsType plain, List<Field> fields) implements RecordType {
  /** Names the parts of a tuple, or of tuples in a list; returns other types unchanged. */
  public static ValueType of(ValueType type, List<String> names, Meaning meaning) {
    if (type instanceof TtlType ttl) {
      return new TtlType(of(ttl.value(), names, meaning));
    }
    if (type instanceof SequenceType list) {
      return new SequenceType(list.text(), of(list.element(), names, meaning), list.marks());
    }
    return type instanceof FieldsType tuple
            && tuple.isTuple()
            && tuple.fields().size() == names.size()
        ? new NamedTuple(tuple, named(tuple.fields(), names, meaning))
        : type;
  }

  private static List<Field> named(List<Field> fields, List<String> names, Meaning meaning) {
    List<Field> named = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      named.add(Field.of(names.get(i), LogicalType.of(fields.get(i).type(), meaning)));
    }
    return List.copyOf(named);
  }

  @Override
  public String text() {
    return plain.text();
  }

  @Override
  public void skip(ByteReader in) {
    plain.skip(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    FieldsType.write(fields, in, out);
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    FieldsType.encode(fields, value, out);
  }

  @Override
  public int size() {
    return plain.size();
  }
}
