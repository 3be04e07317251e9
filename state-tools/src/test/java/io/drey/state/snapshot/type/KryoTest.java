// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.drey.state.json.JsonWriter;
import io.drey.state.sample.Account;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.type.kryo.KryoType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Flink 2 writes by Kryo 5; its older version is read from snapshots of Flink 1.20. */
@SuppressWarnings({"JavaUtilDate", "JdkObsolete", "NullAway"}) // some are what state may hold
class KryoTest {
  private static final int NEW_METADATA = 6;

  @ParameterizedTest(name = "{1}")
  @MethodSource({"scalars", "times", "collections"})
  void readsWhatIsOfTheJdk(Object value, String json) throws IOException {
    byte[] bytes = bytes(value);
    ValueType type = type(value.getClass(), NEW_METADATA);
    ByteReader in = ByteReader.of("value", bytes);
    type.skip(in);

    assertThat(json(type, bytes)).isEqualTo(json);
    assertThat(in.remaining()).isZero();
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void leavesWhatIsNot(Object value) throws IOException {
    byte[] bytes = bytes(value);
    ValueType type = type(value.getClass(), NEW_METADATA);

    assertThatThrownBy(() -> type.write(ByteReader.of("value", bytes), new JsonWriter()))
        .isInstanceOf(UndecodableException.class)
        .hasMessage("Kryo<" + value.getClass().getName() + ">");
  }

  @Test
  void leavesWhatTwoVersionsOfKryoReadDifferently() throws IOException {
    byte[] twoOfOldOneOfNew = {87, 1, 2, 2, 2, 2, 4};

    assertThat(json(type(ArrayList.class, 4), twoOfOldOneOfNew)).isEqualTo("[1,2]");
    assertThat(json(type(ArrayList.class, NEW_METADATA), twoOfOldOneOfNew)).isEqualTo("[1]");
    assertThatThrownBy(
            () -> json(type(ArrayList.class, ByteReader.UNKNOWN_VERSION), twoOfOldOneOfNew))
        .isInstanceOf(UndecodableException.class);
  }

  @Test
  void leavesWhatTheJobWritesItself() throws IOException {
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.registerTypeWithKryoSerializer(
        ArrayList.class, com.esotericsoftware.kryo.serializers.JavaSerializer.class);
    KryoSerializer<?> serializer = new KryoSerializer<>(List.class, config);

    ValueType type = type(serializer, NEW_METADATA);

    assertThat(((KryoType) type).registered()).startsWith("java.util.List", "?");
  }

  @Test
  void survivesAnything() throws IOException {
    Random random = new Random(7);
    byte[] whole =
        bytes(new ArrayList<>(List.of("a", 1L, new TreeMap<>(Map.of("k", List.of(1, 2))))));
    ValueType type = type(ArrayList.class, ByteReader.UNKNOWN_VERSION);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      boolean isCutOff = random.nextInt(4) == 0;
      byte[] bytes =
          Arrays.copyOf(whole, isCutOff ? 1 + random.nextInt(whole.length) : whole.length);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      try {
        type.write(ByteReader.of("value", bytes), new JsonWriter());
        read++;
      } catch (UndecodableException | SavepointException e) {
        // is what may come
      }
    }

    assertThat(read).isBetween(200, 10_000);
  }

  static Stream<?> scalars() {
    return Stream.of(
        arguments("", "\"\""),
        arguments("x", "\"x\""),
        arguments("\u00e9\u4e16", "\"\u00e9\u4e16\""),
        arguments("x".repeat(5000), '"' + "x".repeat(5000) + '"'),
        arguments(true, "true"),
        arguments((byte) -1, "-1"),
        arguments((short) -300, "-300"),
        arguments(Integer.MIN_VALUE, "-2147483648"),
        arguments(Long.MIN_VALUE, "-9223372036854775808"),
        arguments(1.5f, "1.5"),
        arguments(-3.0, "-3.0"),
        arguments('\u4e16', "\"\u4e16\""),
        arguments(BigInteger.ZERO, "0"),
        arguments(BigInteger.TWO.pow(70).negate(), "-1180591620717411303424"),
        arguments(new BigDecimal("-1.50"), "-1.50"),
        arguments(new BigDecimal("12345678901234567890.5"), "12345678901234567890.5"),
        arguments(
            UUID.fromString("01234567-89ab-cdef-8123-456789abcdef"),
            "\"01234567-89ab-cdef-8123-456789abcdef\""),
        arguments(URI.create("a:b"), "\"a:b\""),
        arguments(new byte[] {1, 2}, "\"AQI=\""));
  }

  static Stream<?> times() {
    return Stream.of(
        arguments(new Date(1), "\"1970-01-01T00:00:00.001Z\""),
        arguments(new java.sql.Date(0), "\"1970-01-01T00:00:00.000Z\""),
        arguments(Instant.ofEpochSecond(-1, 5), "\"1969-12-31T23:59:59.000000005Z\""),
        arguments(LocalDate.of(2024, 2, 29), "\"2024-02-29\""),
        arguments(LocalTime.of(23, 0), "\"23:00\""),
        arguments(LocalTime.of(23, 1), "\"23:01\""),
        arguments(LocalTime.of(23, 1, 2), "\"23:01:02\""),
        arguments(LocalTime.of(23, 1, 2, 3), "\"23:01:02.000000003\""),
        arguments(LocalDateTime.of(2024, 2, 29, 0, 0), "\"2024-02-29T00:00\""),
        arguments(Duration.ofMillis(-1500), "\"PT-1.5S\""));
  }

  static Stream<?> collections() {
    List<Object> shared = new ArrayList<>(List.of("s"));
    return Stream.of(
        arguments(new ArrayList<>(), "[]"),
        arguments(new ArrayList<>(List.of("a", "a", "b")), "[\"a\",\"a\",\"b\"]"),
        arguments(new ArrayList<>(Arrays.asList("a", null)), "[\"a\",null]"),
        arguments(new ArrayList<>(Arrays.asList(1, null)), "[1,null]"),
        arguments(new ArrayList<>(Arrays.asList(null, null)), "[null,null]"),
        arguments(new LinkedList<>(Arrays.asList(1, "b", null)), "[1,\"b\",null]"),
        arguments(new ArrayDeque<>(List.of(1L)), "[1]"),
        arguments(new LinkedHashSet<>(List.of(2, 1)), "[2,1]"),
        arguments(new TreeSet<>(List.of(2, 1)), "[1,2]"),
        arguments(Arrays.asList(1, 2), "[1,2]"),
        arguments(List.of(1, 2, 3), "[1,2,3]"),
        arguments(Collections.emptySet(), "[]"),
        arguments(Collections.singletonList("x"), "[\"x\"]"),
        arguments(Collections.singletonMap(1, "x"), "{\"1\":\"x\"}"),
        arguments(new TreeMap<>(Map.of("b", 2, "a", List.of())), "{\"a\":[],\"b\":2}"),
        arguments(new ArrayList<>(List.of(shared, shared, 1)), "[[\"s\"],[\"s\"],1]"));
  }

  static Stream<Object> unknown() {
    List<Object> itself = new ArrayList<>();
    itself.add(itself);
    return Stream.of(
        new ArrayList<>(List.of(Account.of(1))),
        new ArrayList<>(List.of(Account.Kind.BASIC)),
        new TreeSet<>(Comparator.reverseOrder()),
        itself);
  }

  private static String json(ValueType type, byte[] bytes) {
    JsonWriter writer = new JsonWriter();
    type.write(ByteReader.of("value", bytes), writer);
    return writer.toString();
  }

  private static byte[] bytes(Object value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer(value.getClass()).serialize(value, out);
    return out.getCopyOfBuffer();
  }

  @SuppressWarnings("unchecked")
  private static KryoSerializer<Object> serializer(Class<?> type) {
    return new KryoSerializer<>((Class<Object>) type, new SerializerConfigImpl());
  }

  private static ValueType type(Class<?> type, int metadataVersion) throws IOException {
    return type(serializer(type), metadataVersion);
  }

  private static ValueType type(KryoSerializer<?> serializer, int metadataVersion)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(
        out, serializer.snapshotConfiguration());
    ByteReader in = ByteReader.of("type", out.getCopyOfBuffer()).ofMetadata(metadataVersion);
    return Objects.requireNonNull(SerializerSnapshots.read(in));
  }
}
