// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.drey.state.sample.Account;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.SerializersTest;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.tuple.Tuple0;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.typeutils.ValueTypeInfo;
import org.apache.flink.api.java.typeutils.runtime.NullableSerializer;
import org.apache.flink.api.java.typeutils.runtime.Tuple0Serializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"JavaUtilDate", "NullAway"}) // some of the values are dates, and null
class KeyHashTest {
  private static final int MAX_PARALLELISM = 1000;

  @ParameterizedTest(name = "key {1}")
  @MethodSource({"scalars", "times", "tuples"})
  <T> void isWhatJavaGivesTheKey(TypeSerializer<T> serializer, T key) throws IOException {
    KeyHash hash = Objects.requireNonNull(KeyHash.of(SerializersTest.type(serializer)));
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(key, out);
    ByteReader in = ByteReader.of("key", out.getCopyOfBuffer());

    assertThat(hash.read(in)).isEqualTo(key.hashCode());
    assertThat(in.remaining()).isZero();
    in.position(0);
    assertThat(hash.keyGroup(in, MAX_PARALLELISM))
        .isEqualTo(KeyGroupRangeAssignment.assignToKeyGroup(key, MAX_PARALLELISM));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("typesOfOtherHashes")
  void isUnknownWhereAClassOfItsOwnDecides(TypeInformation<?> type) throws IOException {
    assertThat(KeyHash.of(SerializersTest.type(serializer(type)))).isNull();
  }

  static Stream<?> scalars() {
    return Stream.of(
        key(Types.BOOLEAN, true),
        key(Types.BOOLEAN, false),
        key(Types.BYTE, (byte) -3),
        key(Types.SHORT, (short) -300),
        key(Types.INT, -70_000),
        key(Types.LONG, 1L << 40),
        key(Types.FLOAT, -0.0f),
        key(Types.DOUBLE, Double.NaN),
        key(Types.CHAR, '\uffff'),
        key(Types.STRING, ""),
        key(Types.STRING, "user-1"),
        key(Types.STRING, "\u00e9\u4e16\ud83d\ude00"),
        key(Types.BIG_INT, BigInteger.ONE),
        key(Types.BIG_INT, BigInteger.TWO.pow(100).negate()),
        key(Types.BIG_DEC, new BigDecimal("1.50")));
  }

  static Stream<?> times() {
    return Stream.of(
        key(TypeInformation.of(Date.class), new Date(-1)),
        key(Types.SQL_DATE, new java.sql.Date(1L << 40)),
        key(Types.SQL_TIME, new Time(5)),
        key(Types.SQL_TIMESTAMP, Timestamp.valueOf("2020-01-01 00:00:00.123456789")),
        key(Types.INSTANT, Instant.ofEpochSecond(-1, 999_999_999)),
        key(Types.LOCAL_DATE, LocalDate.of(-5, 2, 28)),
        key(Types.LOCAL_TIME, LocalTime.of(23, 59, 59, 1)),
        key(Types.LOCAL_DATE_TIME, LocalDateTime.of(2024, 2, 29, 1, 2)));
  }

  static Stream<?> tuples() {
    TypeInformation<Tuple2<String, Integer>> pair = Types.TUPLE(Types.STRING, Types.INT);
    return Stream.of(
        arguments(Tuple0Serializer.INSTANCE, Tuple0.INSTANCE),
        key(pair, Tuple2.of("a", -1)),
        key(pair, Tuple2.of(null, 2)),
        key(
            Types.TUPLE(Types.LONG, pair, Types.INSTANT),
            Tuple3.of(3L, Tuple2.of("", 0), Instant.EPOCH)),
        arguments(NullableSerializer.wrap(serializer(Types.LONG), true), 7L));
  }

  static Stream<TypeInformation<?>> typesOfOtherHashes() {
    return Stream.of(
        ValueTypeInfo.LONG_VALUE_TYPE_INFO,
        ValueTypeInfo.STRING_VALUE_TYPE_INFO,
        TypeInformation.of(Account.class),
        TypeInformation.of(Account.Kind.class),
        Types.TUPLE(Types.LONG, TypeInformation.of(Account.Kind.class)),
        Types.ROW(Types.LONG));
  }

  private static Object key(TypeInformation<?> type, Object key) {
    return arguments(serializer(type), key);
  }

  private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
    return type.createSerializer(new SerializerConfigImpl());
  }
}
