// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.avro;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import java.util.stream.Collectors;

/** One of several types, preceded by its number. */
record AvroUnion(List<ValueType> branches) implements ValueType {
  @Override
  public String text() {
    List<String> texts =
        branches.stream()
            .filter(branch -> branch != Scalar.NULL_VALUE)
            .map(ValueType::text)
            .toList();
    return texts.size() == 1
        ? texts.get(0)
        : texts.stream().collect(Collectors.joining(", ", "Union<", ">"));
  }

  @Override
  public void skip(ByteReader in) {
    branch(in).skip(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    branch(in).write(in, out);
  }

  /** The type of values that may be null; a choice of several types otherwise. */
  @Override
  public ValueType bare() {
    List<ValueType> types =
        branches.stream().filter(branch -> branch != Scalar.NULL_VALUE).toList();
    return types.size() == 1 ? types.get(0).bare() : this;
  }

  private ValueType branch(ByteReader in) {
    int number = in.readInt();
    if (number < 0 || number >= branches.size()) {
      throw in.malformed("unknown branch of a union: " + number);
    }
    return branches.get(number);
  }
}
