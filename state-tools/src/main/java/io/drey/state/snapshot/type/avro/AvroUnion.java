// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.avro;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  /** Encodes a value as the only one of the types that it fits. */
  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    int chosen = value == null ? branches.indexOf(Scalar.NULL_VALUE) : only();
    if (chosen < 0) {
      encodeFitting(value, out);
    } else {
      out.writeInt(chosen);
      branches.get(chosen).encode(value, out);
    }
  }

  /** Returns the number of the only type of values that are not null; -1 if there are several. */
  private int only() {
    int only = -1;
    for (int i = 0; i < branches.size(); i++) {
      if (branches.get(i) != Scalar.NULL_VALUE) {
        if (only >= 0) {
          return -1;
        }
        only = i;
      }
    }
    return only;
  }

  private void encodeFitting(@Nullable Object value, ByteWriter out) {
    ByteWriter fitting = null;
    for (int i = 0; i < branches.size(); i++) {
      ByteWriter one = attempt(i, value);
      if (one != null && fitting != null) {
        throw new UnfitValueException("a value of only one of " + text(), value);
      }
      fitting = one == null ? fitting : one;
    }
    if (fitting == null) {
      throw new UnfitValueException("a value of one of " + text(), value);
    }
    out.writeBytes(fitting.buffer(), 0, fitting.size());
  }

  private @Nullable ByteWriter attempt(int number, @Nullable Object value) {
    ByteWriter out = new ByteWriter();
    out.writeInt(number);
    try {
      if (branches.get(number) != Scalar.NULL_VALUE) {
        branches.get(number).encode(value, out);
        return out;
      }
    } catch (UnfitValueException isNone) {
      return null;
    }
    return null;
  }
}
