// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.state.json.JsonWriter;
import io.drey.state.sample.Account;
import io.drey.state.sample.Visit;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.type.drey.EventType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.typeutils.runtime.NullableSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.ArrayListSerializer;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.ttl.TtlAwareSerializer;
import org.apache.flink.runtime.state.ttl.TtlStateFactory;
import org.apache.flink.runtime.state.ttl.TtlValue;
import org.apache.flink.streaming.api.windowing.windows.GlobalWindow;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.types.Either;
import org.apache.flink.types.IntValue;
import org.apache.flink.types.NullValue;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.apache.flink.types.StringValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values as Flink's own serializers write them, beside the snapshots they leave. */
@SuppressWarnings({"JavaUtilDate", "NullAway"})
public // some of the values are dates, and null
class SerializersTest {
  @ParameterizedTest(name = "{1} {3}")
  @MethodSource({"scalars", "times", "collections", "records", "wrappers"})
  <T> void readsWhatFlinkWrites(TypeSerializer<T> serializer, String text, T value, String json)
      throws IOException {
    ValueType type = type(serializer);
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);

    assertThat(type.text()).isEqualTo(text);
    assertThat(type.size()).isEqualTo(size(serializer, value));
    assertWritesAndSkips(type, out.getCopyOfBuffer(), json);
  }

  @Test
  void passesTheKeyOfAnEventThatLiesInItsJson() {
    byte[] bytes = {0, 0, 0, 7, '{', '"', 'a', '"', ':', '1', '}', 5, 1};

    assertWritesAndSkips(EventType.WITH_KEY, bytes, "{\"a\":1}");
  }

  @Test
  void passesTheOriginOfAnEvent() {
    byte[] inState = {-1, -1, -1, -7, '{', '"', 'a', '"', ':', '1', '}', 1, 's', 2, 'f', '1'};
    byte[] keyed = {-1, -1, -1, -7, '{', '"', 'a', '"', ':', '1', '}', 5, 1, 1, 's', 2, 'f', '1'};

    assertWritesAndSkips(EventType.EVENT, inState, "{\"a\":1}");
    assertWritesAndSkips(EventType.WITH_KEY, keyed, "{\"a\":1}");
  }

  @Test
  void refusesALengthThatIsNotThere() {
    byte[] longer = {-1, -1, -1, -8, '{', '"', 'a', '"', ':', '1', '}'};

    assertThatThrownBy(() -> EventType.EVENT.skip(ByteReader.of("value", longer)))
        .hasMessage("Cannot read value: invalid count: -8 (at byte 0)");
    assertThatThrownBy(
            () ->
                EventType.EVENT.skip(ByteReader.of("value", new byte[] {Byte.MIN_VALUE, 0, 0, 0})))
        .hasMessage("Cannot read value: invalid count: -2147483648 (at byte 0)");
  }

  private static void assertWritesAndSkips(ValueType type, byte[] bytes, String json) {
    ByteReader writing = ByteReader.of("value", bytes);
    JsonWriter writer = new JsonWriter();
    type.write(writing, writer);
    ByteReader skipping = ByteReader.of("value", bytes);
    type.skip(skipping);

    assertThat(writer).hasToString(json);
    assertThat(writing.remaining()).isZero();
    assertThat(skipping.remaining()).isZero();
  }

  /** Flink says of the namespace that is none that it takes no byte, and writes one. */
  private static int size(TypeSerializer<?> serializer, Object value) {
    return value instanceof VoidNamespace ? 1 : serializer.getLength();
  }

  public static ValueType type(TypeSerializer<?> serializer) throws IOException {
    ByteReader in = ByteReader.of("snapshot", snapshot(serializer));
    ValueType type = SerializerSnapshots.read(in);
    assertThat(in.remaining()).isZero();
    return Objects.requireNonNull(type);
  }

  public static byte[] snapshot(TypeSerializer<?> serializer) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(
        out, serializer.snapshotConfiguration());
    return out.getCopyOfBuffer();
  }

  public static Stream<Arguments> scalars() {
    return Stream.of(
        row(Types.BOOLEAN, "Boolean", true, "true"),
        row(Types.BYTE, "Byte", (byte) -1, "-1"),
        row(Types.SHORT, "Short", (short) -300, "-300"),
        row(Types.INT, "Int", 70_000, "70000"),
        row(Types.LONG, "Long", Long.MIN_VALUE, "-9223372036854775808"),
        row(Types.FLOAT, "Float", 1.5f, "1.5"),
        row(Types.DOUBLE, "Double", 3.0, "3.0"),
        row(Types.CHAR, "Char", '\u4e16', "\"\u4e16\""),
        row(Types.STRING, "String", "", "\"\""),
        row(Types.STRING, "String", null, "null"),
        row(
            Types.STRING,
            "String",
            "a\"b\u00e9\u4e16\ud83d\ude00",
            "\"a\\\"b\u00e9\u4e16\ud83d\ude00\""),
        row(Types.STRING, "String", "x".repeat(300), '"' + "x".repeat(300) + '"'),
        row(Types.STRING, "String", "\u00e9".repeat(20_000), '"' + "\u00e9".repeat(20_000) + '"'),
        row(Types.BIG_INT, "BigInteger", null, "null"),
        row(Types.BIG_INT, "BigInteger", BigInteger.TEN, "10"),
        row(
            Types.BIG_INT,
            "BigInteger",
            new BigInteger("-123456789012345678901"),
            "-123456789012345678901"),
        row(Types.BIG_DEC, "BigDecimal", BigDecimal.ZERO, "0"),
        row(Types.BIG_DEC, "BigDecimal", new BigDecimal("-12.340"), "-12.340"),
        row(Types.BIG_DEC, "BigDecimal", null, "null"),
        row(Types.VOID, "Void", null, "null"),
        row(
            Types.ENUM(Account.Kind.class),
            "enum Kind[BASIC, PREMIUM]",
            Account.Kind.PREMIUM,
            "\"PREMIUM\""),
        row(TypeInformation.of(IntValue.class), "Int", new IntValue(4), "4"),
        row(
            TypeInformation.of(StringValue.class),
            "String",
            new StringValue("a\u00e9"),
            "\"a\u00e9\""),
        row(TypeInformation.of(NullValue.class), "Null", NullValue.getInstance(), "null"),
        row(EventTypeInfo.STREAM, "Event", Event.of("{\"a\":1}"), "{\"a\":1}"),
        row(EventTypeInfo.STREAM, "Event", Event.of("{\"a\":1}").withKey("x"), "{\"a\":1}"),
        row(TypeInformation.of(Event.class), "Event", Event.of("{\"a\": [1]}"), "{\"a\": [1]}"));
  }

  public static Stream<Arguments> times() {
    return Stream.of(
        row(TypeInformation.of(Date.class), "Date", new Date(1), "\"1970-01-01T00:00:00.001Z\""),
        row(TypeInformation.of(Date.class), "Date", null, "null"),
        row(Types.SQL_TIME, "SqlTime", new Time(2), "\"1970-01-01T00:00:00.002Z\""),
        row(Types.SQL_DATE, "SqlDate", new java.sql.Date(3), "\"1970-01-01T00:00:00.003Z\""),
        row(
            Types.SQL_TIMESTAMP,
            "SqlTimestamp",
            Timestamp.from(Instant.parse("2024-01-02T03:04:05.678Z")),
            "\"2024-01-02T03:04:05.678Z\""),
        row(
            Types.SQL_TIMESTAMP,
            "SqlTimestamp",
            Timestamp.from(Instant.parse("2024-01-02T03:04:05.678901Z")),
            "\"2024-01-02T03:04:05.678901Z\""),
        row(
            Types.INSTANT,
            "Instant",
            Instant.parse("2024-01-02T03:04:05.678901Z"),
            "\"2024-01-02T03:04:05.678901Z\""),
        row(Types.INSTANT, "Instant", null, "null"),
        row(Types.LOCAL_DATE, "LocalDate", LocalDate.of(2024, 2, 29), "\"2024-02-29\""),
        row(Types.LOCAL_DATE, "LocalDate", null, "null"),
        row(Types.LOCAL_TIME, "LocalTime", LocalTime.of(1, 2, 3, 4), "\"01:02:03.000000004\""),
        row(Types.LOCAL_TIME, "LocalTime", null, "null"),
        row(
            Types.LOCAL_DATE_TIME,
            "LocalDateTime",
            LocalDateTime.of(2024, 2, 29, 1, 2),
            "\"2024-02-29T01:02\""),
        row(Types.LOCAL_DATE_TIME, "LocalDateTime", null, "null"),
        Arguments.of(
            new TimeWindow.Serializer(),
            "TimeWindow",
            new TimeWindow(0, Long.MAX_VALUE),
            "{\"start\":\"1970-01-01T00:00:00.000Z\",\"end\":9223372036854775807}"),
        Arguments.of(
            new GlobalWindow.Serializer(), "GlobalWindow", GlobalWindow.get(), "\"GlobalWindow\""));
  }

  public static Stream<Arguments> collections() {
    return Stream.of(
        row(Types.LIST(Types.LONG), "List<Long>", List.of(1L, 2L), "[1,2]"),
        row(
            Types.LIST(Types.LIST(Types.STRING)),
            "List<List<String>>",
            List.of(List.of(), List.of("a")),
            "[[],[\"a\"]]"),
        row(
            Types.MAP(Types.STRING, Types.LONG),
            "Map<String, Long>",
            sorted("a", 1L, "b", null),
            "{\"a\":1,\"b\":null}"),
        row(
            Types.MAP(Types.INT, Types.BOOLEAN),
            "Map<Int, Boolean>",
            sorted(1, true, 2, false),
            "{\"1\":true,\"2\":false}"),
        row(
            Types.MAP(Types.TUPLE(Types.INT), Types.INT),
            "Map<Tuple1<Int>, Int>",
            Map.of(org.apache.flink.api.java.tuple.Tuple1.of(1), 2),
            "[{\"key\":{\"f0\":1},\"value\":2}]"),
        row(
            PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO,
            "Long[]",
            new long[] {1, 2},
            "[1,2]"),
        row(
            PrimitiveArrayTypeInfo.CHAR_PRIMITIVE_ARRAY_TYPE_INFO,
            "Char[]",
            new char[] {'a'},
            "[\"a\"]"),
        row(
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO,
            "Byte[]",
            new byte[] {1, 2, 3},
            "\"AQID\""),
        row(Types.OBJECT_ARRAY(Types.STRING), "String[]", new String[] {"a", null}, "[\"a\",null]"),
        row(
            Types.OBJECT_ARRAY(Types.LIST(Types.INT)),
            "List<Int>[]",
            new List<?>[] {List.of(1), null},
            "[[1],null]"),
        Arguments.of(
            new ArrayListSerializer<>(LongSerializer.INSTANCE),
            "List<Long>",
            new java.util.ArrayList<>(List.of(5L)),
            "[5]"));
  }

  public static Stream<Arguments> records() {
    return Stream.of(
        row(
            Types.TUPLE(Types.STRING, Types.BOOLEAN),
            "Tuple2<String, Boolean>",
            Tuple2.of("a", true),
            "{\"f0\":\"a\",\"f1\":true}"),
        row(
            Types.TUPLE(Types.INT, Types.LONG),
            "Tuple2<Int, Long>",
            Tuple2.of(1, 2L),
            "{\"f0\":1,\"f1\":2}"),
        row(
            Types.ROW(Types.STRING, Types.INT),
            "Row<String, Int>",
            Row.of(null, 3),
            "{\"f0\":null,\"f1\":3}"),
        row(
            Types.ROW(Types.STRING),
            "Row<String>",
            Row.ofKind(RowKind.DELETE, "x"),
            "{\"$kind\":\"-D\",\"f0\":\"x\"}"),
        row(
            Types.EITHER(Types.STRING, Types.INT),
            "Either<String, Int>",
            Either.Left("a"),
            "{\"left\":\"a\"}"),
        row(
            Types.EITHER(Types.STRING, Types.INT),
            "Either<String, Int>",
            Either.Right(1),
            "{\"right\":1}"),
        row(
            TypeInformation.of(Visit.class),
            "Visit{at: Instant, page: String, price: BigDecimal, score: Double}",
            Visit.of(3),
            "{\"at\":\"2023-11-14T22:13:23.005Z\",\"page\":\"/3\",\"price\":3.50,\"score\":1.5}"),
        row(
            TypeInformation.of(Account.class),
            "Account{address: Address{city: String, zip: Int}, balance: Long,"
                + " homes: Map<String, Address{city: String, zip: Int}>,"
                + " kind: enum Kind[BASIC, PREMIUM], limits: Set<Int>, owner: String, rating: Int,"
                + " tags: List<String>}",
            Account.of(2),
            "{\"address\":{\"city\":\"city\\t2\",\"zip\":2},\"balance\":-2,"
                + "\"homes\":{\"home\":{\"city\":\"city\\t2\",\"zip\":2}},\"kind\":\"BASIC\","
                + "\"limits\":[2],\"owner\":\"owner-2-\u00e9\u4e16\",\"rating\":null,"
                + "\"tags\":[\"a2\",\"b\"]}"));
  }

  public static Stream<Arguments> wrappers() {
    TypeSerializer<Long> nullable = NullableSerializer.wrap(LongSerializer.INSTANCE, false);
    TypeSerializer<Long> padded = NullableSerializer.wrap(LongSerializer.INSTANCE, true);
    TypeSerializer<TtlValue<String>> ttl =
        new TtlStateFactory.TtlSerializer<>(LongSerializer.INSTANCE, StringSerializer.INSTANCE);
    return Stream.of(
        Arguments.of(nullable, "Long", null, "null"),
        Arguments.of(nullable, "Long", 1L, "1"),
        Arguments.of(padded, "Long", null, "null"),
        Arguments.of(padded, "Long", 1L, "1"),
        Arguments.of(ttl, "String", new TtlValue<>("a", 5), "\"a\""),
        Arguments.of(
            TtlAwareSerializer.wrapTtlAwareSerializer(ttl),
            "String",
            new TtlValue<>("a", 5),
            "\"a\""),
        Arguments.of(
            TtlAwareSerializer.wrapTtlAwareSerializer(
                new MapSerializer<>(StringSerializer.INSTANCE, LongSerializer.INSTANCE)),
            "Map<String, Long>",
            Map.of("a", 1L),
            "{\"a\":1}"),
        Arguments.of(
            TtlAwareSerializer.wrapTtlAwareSerializer(
                new ListSerializer<>(LongSerializer.INSTANCE)),
            "List<Long>",
            List.of(1L),
            "[1]"),
        Arguments.of(VoidNamespaceSerializer.INSTANCE, "Void", VoidNamespace.INSTANCE, "null"));
  }

  private static Arguments row(TypeInformation<?> type, String text, Object value, String json) {
    return Arguments.of(type.createSerializer(new SerializerConfigImpl()), text, value, json);
  }

  private static <K, V> Map<K, V> sorted(K k1, V v1, K k2, V v2) {
    Map<K, V> map = new TreeMap<>();
    map.put(k1, v1);
    map.put(k2, v2);
    return map;
  }
}
