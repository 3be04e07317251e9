// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotFamily;
import io.drey.state.snapshot.serializer.SnapshotOutput;
import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/** The snapshots of Flink's serializers of single values: numbers, texts, times and enums. */
final class ScalarSnapshots {
  private static final String BASE = "org.apache.flink.api.common.typeutils.base.";
  private static final String ENUM = BASE + "EnumSerializer$EnumSerializerSnapshot";
  private static final int ENUM_VERSION = 3;

  private final SnapshotFamily family = new SnapshotFamily();

  private ScalarSnapshots() {}

  static SnapshotFamily all() {
    ScalarSnapshots snapshots = new ScalarSnapshots();
    snapshots.scalars();
    snapshots.texts();
    return snapshots.family;
  }

  private void scalars() {
    base("Boolean", Scalar.BOOLEAN);
    base("Byte", Scalar.BYTE);
    base("Short", Scalar.SHORT);
    base("Int", Scalar.INT);
    base("Long", Scalar.LONG);
    base("Float", Scalar.FLOAT);
    base("Double", Scalar.DOUBLE);
    base("Char", Scalar.CHAR);
    base("BooleanValue", Scalar.BOOLEAN.mutable());
    base("ByteValue", Scalar.BYTE.mutable());
    base("ShortValue", Scalar.SHORT.mutable());
    base("IntValue", Scalar.INT.mutable());
    base("LongValue", Scalar.LONG.mutable());
    base("FloatValue", Scalar.FLOAT.mutable());
    base("DoubleValue", Scalar.DOUBLE.mutable());
    base("CharValue", Scalar.CHAR.mutable());
    base("NullValue", Scalar.NULL_VALUE);
    base("Void", Scalar.VOID);
    base("Date", Scalar.DATE);
    base("SqlDate", Scalar.SQL_DATE);
    base("SqlTime", Scalar.SQL_TIME);
    base("SqlTimestamp", Scalar.SQL_TIMESTAMP);
    base("Instant", Scalar.INSTANT);
    base("LocalDate", Scalar.LOCAL_DATE);
    base("LocalTime", Scalar.LOCAL_TIME);
    base("LocalDateTime", Scalar.LOCAL_DATE_TIME);
  }

  private void texts() {
    base("String", StringType.STRING);
    base("StringValue", StringType.STRING_VALUE);
    base("BigInt", BigNumber.INTEGER);
    base("BigDec", BigNumber.DECIMAL);
    family.put(ENUM, ScalarSnapshots::enumeration);
    family.writes(EnumType.class, type -> true, ScalarSnapshots::writeEnumeration);
  }

  private void base(String name, ValueType type) {
    family.simple(BASE + name, type);
  }

  private static ValueType enumeration(SnapshotBody body) {
    String name = body.in().readUtf();
    int count = body.in().readCount();
    List<String> constants = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      constants.add(body.in().readUtf());
    }
    return new EnumType(name, List.copyOf(constants));
  }

  private static void writeEnumeration(EnumType type, SnapshotOutput out) {
    out.begin(ENUM, ENUM_VERSION);
    out.out().writeUtf(type.className());
    out.out().writeInt(type.constants().size());
    type.constants().forEach(out.out()::writeUtf);
  }
}
