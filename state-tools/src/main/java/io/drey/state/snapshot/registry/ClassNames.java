// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import static java.util.Map.entry;

import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.SequenceType.Marks;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java classes of values. */
final class ClassNames {
  private static final Map<ValueType, String> OF_SINGLE_VALUES =
      Map.ofEntries(
          entry(Scalar.BOOLEAN, "java.lang.Boolean"),
          entry(Scalar.BYTE, "java.lang.Byte"),
          entry(Scalar.SHORT, "java.lang.Short"),
          entry(Scalar.INT, "java.lang.Integer"),
          entry(Scalar.LONG, "java.lang.Long"),
          entry(Scalar.FLOAT, "java.lang.Float"),
          entry(Scalar.DOUBLE, "java.lang.Double"),
          entry(Scalar.CHAR, "java.lang.Character"),
          entry(Scalar.DATE, "java.util.Date"),
          entry(Scalar.SQL_DATE, "java.sql.Date"),
          entry(Scalar.SQL_TIME, "java.sql.Time"),
          entry(Scalar.SQL_TIMESTAMP, "java.sql.Timestamp"),
          entry(Scalar.INSTANT, "java.time.Instant"),
          entry(Scalar.LOCAL_DATE, "java.time.LocalDate"),
          entry(Scalar.LOCAL_TIME, "java.time.LocalTime"),
          entry(Scalar.LOCAL_DATE_TIME, "java.time.LocalDateTime"),
          entry(StringType.STRING, "java.lang.String"),
          entry(BigNumber.INTEGER, "java.math.BigInteger"),
          entry(BigNumber.DECIMAL, "java.math.BigDecimal"));

  private static final String TUPLE = "org.apache.flink.api.java.tuple.Tuple";

  private ClassNames() {}

  /** Returns the class of the values of a type; null if it is not known. */
  static @Nullable String of(ValueType type) {
    if (type instanceof PojoType pojo) {
      return pojo.className();
    }
    if (type instanceof EnumType constants) {
      return constants.className();
    }
    if (type instanceof FieldsType fields && isTuple(fields)) {
      return tuple(fields);
    }
    if (type instanceof MapType) {
      return "java.util.Map";
    }
    if (type instanceof SequenceType list && list.isList()) {
      return "java.util.List";
    }
    if (type instanceof SequenceType set && set.marks() == Marks.TRUE_IF_NULL) {
      return "java.util.Set";
    }
    return OF_SINGLE_VALUES.get(type);
  }

  /** Whether it is one of Flink's tuples, and not a class that extends one. */
  static boolean isTuple(FieldsType type) {
    return type.isTuple() && type.text().startsWith("Tuple" + type.fields().size() + "<");
  }

  /** Returns the class of one of Flink's tuples. */
  static String tuple(FieldsType type) {
    return TUPLE + type.fields().size();
  }
}
