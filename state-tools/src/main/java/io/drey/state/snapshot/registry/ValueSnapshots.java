// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.serializer.NamedSnapshots;
import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotFamily;
import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.BytesType;
import io.drey.state.snapshot.type.ChoiceType;
import io.drey.state.snapshot.type.ClassName;
import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.RowType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The snapshots of Flink's serializers of values: scalars, arrays, collections, POJOs and tuples.
 */
final class ValueSnapshots {
  private static final String FLINK = "org.apache.flink.";
  private static final String BASE = FLINK + "api.common.typeutils.base.";
  private static final String RUNTIME = FLINK + "api.java.typeutils.runtime.";
  private static final String STATE = FLINK + "runtime.state.";

  private final SnapshotFamily family = new SnapshotFamily();

  private ValueSnapshots() {}

  static Map<String, Function<SnapshotBody, ValueType>> all() {
    ValueSnapshots snapshots = new ValueSnapshots();
    snapshots.scalars();
    snapshots.texts();
    snapshots.arrays();
    snapshots.collections();
    snapshots.records();
    snapshots.ofFlink1();
    return snapshots.family.byClass();
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
    family.put(BASE + "EnumSerializer$EnumSerializerSnapshot", ValueSnapshots::enumeration);
  }

  private void arrays() {
    array("Boolean", Scalar.BOOLEAN);
    array("Short", Scalar.SHORT);
    array("Int", Scalar.INT);
    array("Long", Scalar.LONG);
    array("Float", Scalar.FLOAT);
    array("Double", Scalar.DOUBLE);
    array("Char", Scalar.CHAR);
    ValueType strings = SequenceType.arrayWithoutNulls(StringType.STRING);
    family.simple(BASE + "array.BytePrimitiveArray", BytesType.BYTES);
    family.simple(BASE + "array.StringArray", strings);
    family.put(
        BASE + "GenericArraySerializerSnapshot",
        body -> {
          body.outerVersion();
          body.in().readUtf();
          return SequenceType.array(body.nested(1).get(0));
        });
  }

  /** Adds the forms of arrays and choices that Flink 1 kept beside the newer ones. */
  private void ofFlink1() {
    family.put(
        BASE + "GenericArraySerializerConfigSnapshot",
        body -> {
          body.in().readUtf();
          return SequenceType.array(body.nested(1).get(0));
        });
    family.put(
        RUNTIME + "EitherSerializerSnapshot",
        body -> {
          List<ValueType> parts = body.nested(2);
          return either(parts.get(0), parts.get(1));
        });
  }

  private static ValueType either(ValueType left, ValueType right) {
    return ChoiceType.of("Either", Field.of("left", left), 1, Field.of("right", right), 0);
  }

  private void collections() {
    family.one(BASE + "ListSerializerSnapshot", SequenceType::list);
    family.one(BASE + "SetSerializerSnapshot", SequenceType::set);
    family.one(STATE + "ArrayListSerializerSnapshot", SequenceType::list);
    family.two(BASE + "MapSerializerSnapshot", MapType::new);
    family.two(RUNTIME + "JavaEitherSerializerSnapshot", ValueSnapshots::either);
  }

  private void records() {
    family.put(RUNTIME + "PojoSerializerSnapshot", ValueSnapshots::pojo);
    family.put(RUNTIME + "TupleSerializerSnapshot", ValueSnapshots::tuple);
    family.put(RUNTIME + "Tuple0SerializerSnapshot", body -> body.simple(Scalar.TUPLE0));
    family.put(
        RUNTIME + "RowSerializer$RowSerializerSnapshot",
        body -> {
          int version = body.outerVersion();
          boolean hasKind = version == 3 || (version > 3 && body.in().readBoolean());
          return new RowType(FieldsType.numbered(body.nested()), hasKind);
        });
  }

  private void base(String name, ValueType type) {
    String serializer = BASE + name + "Serializer";
    family.put(serializer + "$" + name + "SerializerSnapshot", body -> body.simple(type));
  }

  private void array(String name, ValueType element) {
    family.simple(
        BASE + "array." + name + "PrimitiveArray", SequenceType.arrayWithoutNulls(element));
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

  private static ValueType pojo(SnapshotBody body) {
    body.in().expectVersion(body.version(), 2, body.className());
    String className = body.in().readUtf();
    return new PojoType(
        className,
        RecordMeanings.of(className, NamedSnapshots.read(body)),
        NamedSnapshots.read(body),
        NamedSnapshots.read(body));
  }

  private static ValueType tuple(SnapshotBody body) {
    body.outerVersion();
    String name = ClassName.simple(body.in().readUtf());
    return FieldsType.tuple(name, body.nested());
  }
}
