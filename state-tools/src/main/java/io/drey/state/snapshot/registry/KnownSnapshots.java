package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.serializer.NamedSnapshots;
import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.BytesType;
import io.drey.state.snapshot.type.ChoiceType;
import io.drey.state.snapshot.type.ClassName;
import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.NoNamespace;
import io.drey.state.snapshot.type.NullableType;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.RowType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.TimerType;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.avro.AvroSchemas;
import io.drey.state.snapshot.type.drey.EventType;
import io.drey.state.snapshot.type.kryo.KryoRegistrations;
import io.drey.state.snapshot.type.sql.SqlSnapshots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The serializer snapshots whose format is known, by class name. */
public final class KnownSnapshots {
  static final Map<String, Function<SnapshotBody, ValueType>> BY_CLASS = new HashMap<>();

  private static final String FLINK = "org.apache.flink.";
  private static final String BASE = FLINK + "api.common.typeutils.base.";
  private static final String RUNTIME = FLINK + "api.java.typeutils.runtime.";
  private static final String STATE = FLINK + "runtime.state.";
  private static final String STREAMING = FLINK + "streaming.api.";
  private static final String TABLE = FLINK + "table.runtime.";

  static {
    scalars();
    texts();
    arrays();
    collections();
    records();
    wrappers();
    flinksOwn();
    SqlSnapshots.putAll();
    put(FLINK + "formats.avro.typeutils.AvroSerializerSnapshot", AvroSchemas::read);
  }

  private KnownSnapshots() {}

  private static void scalars() {
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

  private static void texts() {
    base("String", StringType.STRING);
    base("StringValue", StringType.STRING_VALUE);
    base("BigInt", BigNumber.INTEGER);
    base("BigDec", BigNumber.DECIMAL);
    put(BASE + "EnumSerializer$EnumSerializerSnapshot", KnownSnapshots::enumeration);
  }

  private static void arrays() {
    array("Boolean", Scalar.BOOLEAN);
    array("Short", Scalar.SHORT);
    array("Int", Scalar.INT);
    array("Long", Scalar.LONG);
    array("Float", Scalar.FLOAT);
    array("Double", Scalar.DOUBLE);
    array("Char", Scalar.CHAR);
    ValueType strings = SequenceType.arrayWithoutNulls(StringType.STRING);
    simple(BASE + "array.BytePrimitiveArray", BytesType.BYTES);
    simple(BASE + "array.StringArray", strings);
    put(
        BASE + "GenericArraySerializerSnapshot",
        body -> {
          body.outerVersion();
          body.in().readUtf();
          return SequenceType.array(body.nested(1).get(0));
        });
  }

  private static void collections() {
    one(BASE + "ListSerializerSnapshot", SequenceType::list);
    one(BASE + "SetSerializerSnapshot", SequenceType::set);
    one(STATE + "ArrayListSerializerSnapshot", SequenceType::list);
    two(BASE + "MapSerializerSnapshot", MapType::new);
    two(
        RUNTIME + "JavaEitherSerializerSnapshot",
        (left, right) ->
            ChoiceType.of("Either", Field.of("left", left), 1, Field.of("right", right), 0));
  }

  private static void records() {
    put(RUNTIME + "PojoSerializerSnapshot", KnownSnapshots::pojo);
    put(RUNTIME + "TupleSerializerSnapshot", KnownSnapshots::tuple);
    put(RUNTIME + "Tuple0SerializerSnapshot", body -> body.simple(Scalar.TUPLE0));
    put(
        RUNTIME + "RowSerializer$RowSerializerSnapshot",
        body -> {
          int version = body.outerVersion();
          boolean hasKind = version == 3 || (version > 3 && body.in().readBoolean());
          return new RowType(FieldsType.numbered(body.nested()), hasKind);
        });
  }

  private static void wrappers() {
    put(
        RUNTIME + "NullableSerializer$NullableSerializerSnapshot",
        body -> {
          body.outerVersion();
          int padding = body.in().readInt();
          if (padding < 0) {
            throw body.in().malformed("invalid padding of nulls: " + padding);
          }
          return new NullableType(body.nested(1).get(0), padding);
        });
    two(STATE + "ttl.TtlStateFactory$TtlSerializerSnapshot", (time, value) -> new TtlType(value));
    two(
        STATE + "v2.ttl.TtlStateFactory$TtlSerializerSnapshot",
        (time, value) -> new TtlType(value));
    put(
        STATE + "ttl.TtlAwareSerializerSnapshot",
        body -> {
          body.in().readBoolean();
          return body.versioned();
        });
    put(RUNTIME + "kryo.KryoSerializerSnapshot", KryoRegistrations::type);
    named("ValueSerializer$ValueSerializerSnapshot", "Value");
    named("CopyableValueSerializer$CopyableValueSerializerSnapshot", "Value");
  }

  private static void flinksOwn() {
    simple(STATE + "VoidNamespace", NoNamespace.VOID);
    two(STREAMING + "operators.TimerSerializerSnapshot", TimerType::sorted);
    window(STREAMING + "windowing.windows.TimeWindow", Scalar.TIME_WINDOW);
    window(STREAMING + "windowing.windows.GlobalWindow", Scalar.GLOBAL_WINDOW);
    window(TABLE + "operators.window.TimeWindow", Scalar.TIME_WINDOW);
    window(TABLE + "operators.window.CountWindow", Scalar.COUNT_WINDOW);
    one(
        STREAMING + "operators.co.IntervalJoinOperator$BufferEntrySerializerSnapshot",
        element ->
            new FieldsType(
                "BufferEntry<" + element.text() + ">",
                List.of(Field.of("joined", Scalar.BOOLEAN), Field.of("element", element))));
    two(
        STREAMING + "datastream.CoGroupedStreams$UnionSerializerSnapshot",
        (one, two) ->
            ChoiceType.of("TaggedUnion", Field.of("one", one), 1, Field.of("two", two), 2));
    put(
        "io.drey.operators.event.EventSerializerSnapshot",
        body -> {
          body.in().expectVersion(body.version(), 1, body.className());
          return body.in().readBoolean() ? EventType.WITH_KEY : EventType.EVENT;
        });
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
    return new PojoType(
        body.in().readUtf(),
        NamedSnapshots.read(body),
        NamedSnapshots.read(body),
        NamedSnapshots.read(body));
  }

  private static ValueType tuple(SnapshotBody body) {
    body.outerVersion();
    String name = ClassName.simple(body.in().readUtf());
    return FieldsType.tuple(name, body.nested());
  }

  private static void base(String name, ValueType type) {
    String serializer = BASE + name + "Serializer";
    put(serializer + "$" + name + "SerializerSnapshot", body -> body.simple(type));
  }

  private static void array(String name, ValueType element) {
    simple(BASE + "array." + name + "PrimitiveArray", SequenceType.arrayWithoutNulls(element));
  }

  private static void simple(String prefix, ValueType type) {
    String name = ClassName.simple(prefix);
    put(prefix + "Serializer$" + name + "SerializerSnapshot", body -> body.simple(type));
  }

  private static void window(String window, ValueType type) {
    String name = ClassName.simple(window);
    put(window + "$Serializer$" + name + "SerializerSnapshot", body -> body.simple(type));
  }

  /** Registers a serializer that is parameterized with one of the job's classes. */
  private static void named(String snapshot, String kind) {
    put(
        RUNTIME + snapshot,
        body -> {
          String className = body.in().readUtf();
          return new OpaqueType(kind + "<" + className + ">", className.length() + 2);
        });
  }

  private static void one(String snapshot, Function<ValueType, ValueType> made) {
    put(
        snapshot,
        body -> {
          body.outerVersion();
          return made.apply(body.nested(1).get(0));
        });
  }

  private static void two(String snapshot, Pair made) {
    put(
        snapshot,
        body -> {
          body.outerVersion();
          List<ValueType> parts = body.nested(2);
          return made.of(parts.get(0), parts.get(1));
        });
  }

  public static void put(String className, Function<SnapshotBody, ValueType> reading) {
    BY_CLASS.put(className, reading);
  }

  private interface Pair {
    ValueType of(ValueType first, ValueType second);
  }
}
