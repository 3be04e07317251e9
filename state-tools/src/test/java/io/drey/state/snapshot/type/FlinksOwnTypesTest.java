// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.SingleThreadAccessCheckingTypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.BitmapSerializer;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.VariantSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.JavaSerializer;
import org.apache.flink.streaming.api.functions.sink.legacy.TwoPhaseCommitSinkFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamElement;
import org.apache.flink.streaming.runtime.streamrecord.StreamElementSerializer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.table.api.dataview.ListView;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.dataview.ListViewSerializer;
import org.apache.flink.table.dataview.MapViewSerializer;
import org.apache.flink.table.dataview.NullAwareMapSerializer;
import org.apache.flink.table.dataview.NullSerializer;
import org.apache.flink.table.runtime.operators.window.GlobalWindow;
import org.apache.flink.types.bitmap.Bitmap;
import org.apache.flink.types.variant.Variant;
import org.apache.flink.types.variant.VariantBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of Flink's own operators and of its less usual serializers, as these write them. */
@SuppressWarnings({"JavaUtilDate", "NullAway", "deprecation"})
class FlinksOwnTypesTest {
  private static final String HOUR = "1970-01-01T01:00:00.000Z";
  private static final long MILLIS_OF_HOUR = 3_600_000;

  @ParameterizedTest(name = "{1} {3}")
  @MethodSource({"elements", "transactions", "views", "others", "javaObjects"})
  <T> void readsWhatFlinkWrites(TypeSerializer<T> serializer, String text, T value, String json)
      throws IOException {
    ValueType type = SerializersTest.type(serializer);
    byte[] bytes = bytes(serializer, value);
    JsonWriter writer = new JsonWriter();
    ByteReader writing = ByteReader.of("value", bytes);
    type.write(writing, writer);
    ByteReader skipping = ByteReader.of("value", bytes);
    type.skip(skipping);

    assertThat(type.text()).isEqualTo(text);
    assertThat(writer).hasToString(json);
    assertThat(writing.remaining()).isZero();
    assertThat(skipping.remaining()).isZero();
  }

  /** Written by hand: the class ended with Flink 1. */
  @Test
  void readsTransactionsOfTheOldProducerForKafka() throws IOException {
    DataOutputSerializer snapshot = new DataOutputSerializer(64);
    snapshot.writeInt(2);
    String serializer = "org.apache.flink.streaming.connectors.kafka.FlinkKafkaProducer$";
    snapshot.writeUTF(serializer + "TransactionStateSerializer$TransactionStateSerializerSnapshot");
    snapshot.writeInt(3);
    DataOutputSerializer value = new DataOutputSerializer(64);
    value.writeBoolean(true);
    value.writeUTF("t-1");
    value.writeLong(7);
    value.writeShort(2);
    JsonWriter json = new JsonWriter();

    ValueType type =
        SerializerSnapshots.read(ByteReader.of("snapshot", snapshot.getCopyOfBuffer()));
    type.write(ByteReader.of("value", value.getCopyOfBuffer()), json);

    assertThat(json).hasToString("{\"transactionalId\":\"t-1\",\"producerId\":7,\"epoch\":2}");
  }

  @Test
  void showsAnObjectInsideItselfByItsClass() throws IOException {
    ArrayList<Object> list = new ArrayList<>();
    list.add("a");
    list.add(list);

    assertThat(json(list)).isEqualTo("[\"a\",{\"$within\":\"java.util.ArrayList\"}]");
  }

  @Test
  void doesNotExpandReferencesWithoutEnd() throws IOException {
    ArrayList<Object> list = new ArrayList<>(List.of("x".repeat(100)));
    for (int i = 0; i < 40; i++) {
      list = new ArrayList<>(List.of(list, list));
    }
    byte[] bytes = bytes(new JavaSerializer<>(), list);
    ValueType type = SerializersTest.type(new JavaSerializer<>());

    assertThatThrownBy(() -> type.write(ByteReader.of("value", bytes), new JsonWriter()))
        .isInstanceOf(UndecodableException.class);
  }

  @Test
  void bearsWrongBytesInVariantsAndBitmaps() throws IOException {
    Variant variant = variant();
    int refused =
        refused(VariantSerializer.INSTANCE, variant)
            + refused(BitmapSerializer.INSTANCE, Bitmap.fromArray(new int[] {1, 70_000, -1}));

    assertThat(refused).isBetween(1_000, 19_000);
  }

  @Test
  void doesNotListTheNumbersThatAFewBytesStandFor() throws IOException {
    Bitmap many = Bitmap.empty();
    many.add(0L, 1L << 23);
    byte[] bytes = bytes(BitmapSerializer.INSTANCE, many);
    ValueType type = SerializersTest.type(BitmapSerializer.INSTANCE);

    assertThatThrownBy(() -> type.write(ByteReader.of("value", bytes), new JsonWriter()))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining("a bitmap of 8388608");
  }

  private static <T> int refused(TypeSerializer<T> serializer, T value) throws IOException {
    ValueType type = SerializersTest.type(serializer);
    byte[] whole = bytes(serializer, value);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      try {
        type.write(ByteReader.of("value", bytes), new JsonWriter());
      } catch (SavepointException | UndecodableException e) {
        refused++;
      }
    }
    return refused;
  }

  private static String json(Serializable value) throws IOException {
    JsonWriter writer = new JsonWriter();
    byte[] bytes = bytes(new JavaSerializer<>(), value);
    SerializersTest.type(new JavaSerializer<>()).write(ByteReader.of("value", bytes), writer);
    return writer.toString();
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  static Stream<Arguments> elements() {
    return Stream.of(
        element(
            new StreamRecord<>("a", MILLIS_OF_HOUR),
            "{\"timestamp\":\"" + HOUR + "\",\"record\":\"a\"}"),
        element(new StreamRecord<>("b"), "{\"record\":\"b\"}"),
        element(new Watermark(MILLIS_OF_HOUR), "{\"watermark\":\"" + HOUR + "\"}"),
        element(WatermarkStatus.IDLE, "{\"idle\":true}"),
        element(WatermarkStatus.ACTIVE, "{\"idle\":false}"),
        element(new RecordAttributes(true), "{\"backlog\":true}"),
        element(
            new LatencyMarker(MILLIS_OF_HOUR, new OperatorID(1, 2), 3),
            "{\"marked\":\""
                + HOUR
                + "\",\"source\":\"00000000000000020000000000000001\",\"subtask\":3}"));
  }

  private static Arguments element(StreamElement element, String json) {
    return Arguments.of(
        new StreamElementSerializer<>(StringSerializer.INSTANCE),
        "StreamElement<String>",
        element,
        json);
  }

  static Stream<Arguments> transactions() {
    TwoPhaseCommitSinkFunction.TransactionHolder<String> open =
        new TwoPhaseCommitSinkFunction.TransactionHolder<>("t2", MILLIS_OF_HOUR);
    TwoPhaseCommitSinkFunction.TransactionHolder<String> done =
        new TwoPhaseCommitSinkFunction.TransactionHolder<>("t1", MILLIS_OF_HOUR);
    String started = "\",\"started\":\"" + HOUR + "\"}";
    return Stream.of(
        transactions(
            new TwoPhaseCommitSinkFunction.State<>(open, List.of(done), Optional.of(5L)),
            "{\"open\":{\"transaction\":\"t2"
                + started
                + ",\"to_commit\":[{\"transaction\":\"t1"
                + started
                + "],\"context\":5}"),
        transactions(
            new TwoPhaseCommitSinkFunction.State<>(null, List.of(), Optional.empty()),
            "{\"open\":null,\"to_commit\":[],\"context\":null}"));
  }

  private static Arguments transactions(
      TwoPhaseCommitSinkFunction.State<String, Long> state, String json) {
    return Arguments.of(
        new TwoPhaseCommitSinkFunction.StateSerializer<>(
            StringSerializer.INSTANCE, LongSerializer.INSTANCE),
        "Transactions<String, Long>",
        state,
        json);
  }

  static Stream<Arguments> views() {
    ListView<String> list = new ListView<>();
    list.setList(List.of("a"));
    MapView<String, Long> map = new MapView<>();
    map.setMap(Map.of("a", 1L));
    TreeMap<String, Long> nulls = new TreeMap<>(Collections.singletonMap("b", null));
    return Stream.of(
        Arguments.of(
            new ListViewSerializer<>(new ListSerializer<>(StringSerializer.INSTANCE)),
            "List<String>",
            list,
            "[\"a\"]"),
        Arguments.of(
            new MapViewSerializer<>(
                new MapSerializer<>(StringSerializer.INSTANCE, LongSerializer.INSTANCE)),
            "Map<String, Long>",
            map,
            "{\"a\":1}"),
        nullAware(nulls, "[{\"key\":\"b\",\"value\":null}]"),
        nullAware(Collections.singletonMap(null, 2L), "[{\"key\":null,\"value\":2}]"),
        Arguments.of(NullSerializer.INSTANCE, "Void", null, "null"));
  }

  private static Arguments nullAware(Map<String, Long> map, String json) {
    return Arguments.of(
        new NullAwareMapSerializer<>(StringSerializer.INSTANCE, LongSerializer.INSTANCE),
        "Map<String, Long>",
        map,
        json);
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of(
            VariantSerializer.INSTANCE, "Variant", variant(), "{\"k\":[1,\"a\",null,true]}"),
        Arguments.of(
            BitmapSerializer.INSTANCE,
            "Bitmap",
            Bitmap.fromArray(new int[] {-1, 70_000, 1}),
            "[1,70000,4294967295]"),
        Arguments.of(
            new GlobalWindow.Serializer(), "GlobalWindow", GlobalWindow.get(), "\"GlobalWindow\""),
        Arguments.of(
            new SingleThreadAccessCheckingTypeSerializer<>(LongSerializer.INSTANCE),
            "Long",
            5L,
            "5"));
  }

  private static Variant variant() {
    VariantBuilder builder = Variant.newBuilder();
    return builder
        .object()
        .add(
            "k",
            builder
                .array()
                .add(builder.of(1))
                .add(builder.of("a"))
                .add(builder.ofNull())
                .add(builder.of(true))
                .build())
        .build();
  }

  static Stream<Arguments> javaObjects() {
    String point = "{\"$class\":\"" + Point.class.getName() + "\",\"x\":1,\"label\":";
    return Stream.of(
        java("a", "\"a\""),
        java(5, "5"),
        java(2.0, "2.0"),
        java(true, "true"),
        java(new Point(1, "p"), point + "\"p\"}"),
        java(new Point(1, null), point + "null}"),
        java(DayOfWeek.MONDAY, "\"MONDAY\""),
        java(new byte[] {1, 2}, "\"AQI=\""),
        java(new long[] {1, 2}, "[1,2]"),
        java(new ArrayList<>(List.of(1, "b")), "[1,\"b\"]"),
        java((Serializable) List.of(1, 2, 3), "[1,2,3]"),
        java(new TreeMap<>(Map.of("k", 1)), "[{\"key\":\"k\",\"value\":1}]"),
        java(new BigDecimal("-12.50"), "-12.50"),
        java(new UUID(1, 2), "\"00000000-0000-0001-0000-000000000002\""),
        java(new Date(MILLIS_OF_HOUR), '"' + HOUR + '"'));
  }

  private static Arguments java(Serializable value, String json) {
    return Arguments.of(new JavaSerializer<>(), "Java", value, json);
  }

  private static final class Point implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int x;
    private final String label;

    Point(int x, String label) {
      this.x = x;
      this.label = label;
    }

    @Override
    public String toString() {
      return x + label;
    }
  }
}
