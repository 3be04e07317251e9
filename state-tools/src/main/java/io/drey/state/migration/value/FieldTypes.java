// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.NullableType;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.ValueType;

/** The types that Flink gives to fields of classes. */
final class FieldTypes {
  private FieldTypes() {}

  /**
   * The type of a field: Flink 2 makes collections in fields nullable, and what it wraps in them.
   */
  static ValueType ofField(ValueType type) {
    if (type instanceof MapType map) {
      return nullable(new MapType(nullable(ofField(map.key())), ofField(map.value())));
    }
    if (type instanceof SequenceType sequence) {
      ValueType element = ofField(sequence.element());
      boolean isSet = sequence.marks() == SequenceType.Marks.TRUE_IF_NULL;
      return nullable(isSet ? SequenceType.set(element) : SequenceType.list(nullable(element)));
    }
    return type;
  }

  private static ValueType nullable(ValueType type) {
    return type instanceof NullableType ? type : new NullableType(type, 0);
  }

  /** The same wrapper around another type. */
  static NullableType nullable(NullableType old, ValueType type) {
    boolean isPadded = old.padding() > 0 && type.size() > 0;
    return new NullableType(type, isPadded ? type.size() : 0);
  }

  /** The same kind of list, set or array of other elements. */
  static SequenceType sequence(SequenceType old, ValueType element) {
    String text = old.text();
    String changed =
        text.endsWith("[]")
            ? element.text() + "[]"
            : text.substring(0, text.indexOf('<')) + "<" + element.text() + ">";
    return new SequenceType(changed, element, old.marks());
  }
}
