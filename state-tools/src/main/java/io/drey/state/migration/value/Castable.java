// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.NullableType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which types can be cast to which others, and what type results. */
final class Castable {
  private static final Set<ValueType> NUMBERS =
      Set.of(
          Scalar.BYTE,
          Scalar.SHORT,
          Scalar.INT,
          Scalar.LONG,
          Scalar.FLOAT,
          Scalar.DOUBLE,
          BigNumber.INTEGER,
          BigNumber.DECIMAL);

  private static final Set<ValueType> INSTANTS =
      Set.of(Scalar.DATE, Scalar.SQL_TIMESTAMP, Scalar.INSTANT);

  private static final Set<ValueType> OTHERS_AS_TEXT =
      Set.of(
          Scalar.BOOLEAN,
          Scalar.CHAR,
          Scalar.SQL_DATE,
          Scalar.SQL_TIME,
          Scalar.LOCAL_DATE,
          Scalar.LOCAL_TIME,
          Scalar.LOCAL_DATE_TIME);

  private Castable() {}

  /**
   * The type of values that are cast, with the wrappers of the old type; null if they cannot be.
   */
  static @Nullable ValueType result(ValueType old, ValueType wanted) {
    if (old instanceof NullableType nullable) {
      ValueType inner = wanted instanceof NullableType other ? other.value() : wanted;
      ValueType result = result(nullable.value(), inner);
      return result == null ? null : FieldTypes.nullable(nullable, result);
    }
    if (old instanceof SequenceType from && wanted instanceof SequenceType to) {
      ValueType element = isSameKind(from, to) ? result(from.element(), to.element()) : null;
      return element == null ? null : FieldTypes.sequence(from, element);
    }
    if (old instanceof MapType from && wanted instanceof MapType to) {
      boolean hasSameKeys = from.key().bare().equals(to.key().bare());
      ValueType value = hasSameKeys ? result(from.value(), to.value()) : null;
      return value == null ? null : new MapType(from.key(), value);
    }
    return isCastable(LogicalType.plain(old), wanted) ? wanted : null;
  }

  private static boolean isSameKind(SequenceType from, SequenceType to) {
    return from.marks() == to.marks() && !from.text().endsWith("[]");
  }

  private static boolean isCastable(ValueType from, ValueType to) {
    if (from.equals(to)) {
      return true;
    }
    if (to.equals(StringType.STRING)) {
      return from instanceof EnumType || isScalar(from);
    }
    if (from.equals(StringType.STRING)) {
      return isScalar(to);
    }
    return (NUMBERS.contains(from) && NUMBERS.contains(to)) || (isInstant(from) && isInstant(to));
  }

  private static boolean isScalar(ValueType type) {
    return NUMBERS.contains(type) || INSTANTS.contains(type) || OTHERS_AS_TEXT.contains(type);
  }

  /** Whether values are instants, if only as milliseconds. */
  private static boolean isInstant(ValueType type) {
    return INSTANTS.contains(type) || type.equals(Scalar.LONG);
  }
}
