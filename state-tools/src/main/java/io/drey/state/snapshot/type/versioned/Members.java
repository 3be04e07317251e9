// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.MomentType;
import io.drey.state.snapshot.type.OptionalType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.UtfType;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;

/** Members of objects, by the types of their values. */
final class Members {
  private Members() {}

  static Field text(String name) {
    return Field.of(name, UtfType.TEXT);
  }

  static Field number(String name) {
    return Field.of(name, Scalar.LONG);
  }

  static Field index(String name) {
    return Field.of(name, IndexType.INDEX);
  }

  static Field flag(String name) {
    return Field.of(name, Scalar.BOOLEAN);
  }

  static Field moment(String name) {
    return Field.of(name, MomentType.MOMENT);
  }

  /** A value that may be absent. */
  static Field present(String name, ValueType type) {
    return Field.of(name, new OptionalType(type));
  }

  static Field list(String name, ValueType element) {
    return Field.of(name, CountedType.of(element));
  }

  /** An object of these members. */
  static FieldsType object(Field... fields) {
    return new FieldsType("Object", List.of(fields));
  }
}
