// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.registry.SnapshotWriter;
import io.drey.state.snapshot.value.UnfitValueException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.formats.avro.typeutils.AvroSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroTest {
  private static final String FIXED = "{'type':'fixed','name':'F','size':2%s}";

  @ParameterizedTest(name = "{0}")
  @MethodSource({"plain", "logical", "composed"})
  void readsWhatFlinkWritesByASchema(String type, Object value, String text, String json)
      throws IOException {
    Schema schema = schema(type);
    GenericRecord record = new GenericData.Record(schema);
    record.put("a", value instanceof String name && isEnum(type) ? symbol(schema, name) : value);
    record.put("z", 7);
    AvroSerializer<GenericRecord> serializer = new AvroSerializer<>(GenericRecord.class, schema);
    ValueType read = SerializersTest.type(serializer);
    byte[] bytes = bytes(serializer, record);
    ByteReader in = ByteReader.of("value", bytes);
    read.skip(in);

    assertThat(read.text()).isEqualTo("R{a: " + text + ", z: Int}");
    assertThat(json(read, bytes)).isEqualTo("{\"a\":" + json + ",\"z\":7}");
    assertThat(in.remaining()).isZero();
  }

  @ParameterizedTest(name = "{0} {3}")
  @MethodSource({"plain", "logical", "composed", "others"})
  void writesWhatFlinkWrites(String type, Object value, String text, String json)
      throws IOException {
    Schema schema = schema(type);
    GenericRecord record = new GenericData.Record(schema);
    record.put("a", value instanceof String name && isEnum(type) ? symbol(schema, name) : value);
    record.put("z", 7);
    AvroSerializer<GenericRecord> serializer = new AvroSerializer<>(GenericRecord.class, schema);
    Object shown =
        new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .readValue("{\"a\":" + json + ",\"z\":7}", Object.class);

    assertThat(encoded(SerializersTest.type(serializer), shown))
        .as(text)
        .isEqualTo(bytes(serializer, record));
  }

  static Stream<?> others() {
    return Stream.of(
        arguments(
            FIXED.replace("2", "4").formatted(",'logicalType':'decimal','precision':4,'scale':2"),
            new GenericData.Fixed(
                Schema.createFixed("F", "", "", 4), new byte[] {-1, -1, -1, (byte) -106}),
            "BigDecimal",
            "-1.06"),
        arguments(
            logical("long", "timestamp-micros"),
            1_500_001L,
            "Instant",
            "\"1970-01-01T00:00:01.500001Z\""),
        arguments(
            "{'type':'array','items':['null','string']}",
            Arrays.asList("v", null, "w".repeat(200)),
            "List<String>",
            "[\"v\",null,\"" + "w".repeat(200) + "\"]"),
        arguments("['null','int','string']", 1, "Union<Int, String>", "1"));
  }

  @Test
  void saysWhatIsUnfit() throws IOException {
    assertUnfit(
        "['int','long']", 1, "'a' must be a value of only one of Union<Int, Long> but was 1");
    assertUnfit(
        "['int','string']", true, "'a' must be a value of one of Union<Int, String> but was true");
    assertUnfit(FIXED.formatted(""), "AQ==", "'a' must be 2 bytes in base64 but was 'AQ=='");
    assertUnfit(
        FIXED.formatted(",'logicalType':'decimal','precision':4,'scale':2"),
        1000,
        "'a' must be a number of 2 bytes but was 1000");
    assertUnfit(
        "{'type':'bytes','logicalType':'decimal','precision':4,'scale':2}",
        0.125,
        "'a' must be a number of 2 decimal places but was 0.125");
    assertUnfit(
        logical("long", "timestamp-micros"),
        "1970-01-01T00:00:00.000000001Z",
        "'a' must be a time in whole micros but was 1970-01-01T00:00:00.000000001Z");
    assertUnfit(
        "{'type':'array','items':'int'}",
        List.of(1, "x"),
        "'a[1]' must be an integer from -2147483648 to 2147483647 but was 'x'");
  }

  private static void assertUnfit(String type, Object value, String message) throws IOException {
    ValueType read = SerializersTest.type(new AvroSerializer<>(GenericRecord.class, schema(type)));

    assertThatThrownBy(() -> encoded(read, Map.of("a", value, "z", 7)))
        .isInstanceOf(UnfitValueException.class)
        .hasMessage(message);
  }

  @Test
  void keepsItsSnapshotInAChangedType() throws IOException {
    AvroSerializer<GenericRecord> serializer =
        new AvroSerializer<>(GenericRecord.class, schema("'int'"));
    ListSerializer<GenericRecord> list = new ListSerializer<>(serializer);
    SnapshotWriter writer = new SnapshotWriter();
    writer.keep(SerializersTest.type(serializer), SerializersTest.snapshot(serializer));
    ByteWriter out = new ByteWriter();

    writer.write(SerializersTest.type(list), out);

    assertThat(out.bytes()).isEqualTo(SerializersTest.snapshot(list));
  }

  private static byte[] encoded(ValueType type, Object value) {
    ByteWriter out = new ByteWriter();
    type.encode(value, out);
    return out.bytes();
  }

  @Test
  void followsTypesThatHoldThemselves() throws IOException {
    Schema schema =
        new Schema.Parser()
            .parse(
                quoted(
                    "{'type':'record','namespace':'n','name':'Node','fields':[{'name':'id','type':"
                        + "'int'},{'name':'next','type':['null','Node']}]}"));
    GenericRecord last = new GenericData.Record(schema);
    last.put("id", 2);
    GenericRecord first = new GenericData.Record(schema);
    first.put("id", 1);
    first.put("next", last);
    AvroSerializer<GenericRecord> serializer = new AvroSerializer<>(GenericRecord.class, schema);
    ValueType type = SerializersTest.type(serializer);

    assertThat(type.text()).isEqualTo("Node{id: Int, next: Node}");
    assertThat(json(type, bytes(serializer, first)))
        .isEqualTo("{\"id\":1,\"next\":{\"id\":2,\"next\":null}}");
    byte[] endless = new byte[10_000];
    for (int i = 7; i < endless.length; i += 8) {
      endless[i] = 1;
    }
    assertThatThrownBy(() -> json(type, endless))
        .isInstanceOf(SavepointException.class)
        .hasMessageContaining("values of Node are nested deeper than 200");
  }

  @Test
  void survivesAnything() throws IOException {
    Schema schema = schema("{'type':'map','values':{'type':'array','items':['null','string']}}");
    GenericRecord record = new GenericData.Record(schema);
    record.put("a", Map.of("k", Arrays.asList("v", null)));
    record.put("z", 7);
    AvroSerializer<GenericRecord> serializer = new AvroSerializer<>(GenericRecord.class, schema);
    ValueType type = SerializersTest.type(serializer);
    byte[] whole = bytes(serializer, record);
    byte[] snapshot = SerializersTest.snapshot(serializer);
    Random random = new Random(5);
    int values = 0;
    int snapshots = 0;
    for (int i = 0; i < 10_000; i++) {
      boolean isCutOff = random.nextInt(4) == 0;
      byte[] value =
          Arrays.copyOf(whole, isCutOff ? 1 + random.nextInt(whole.length) : whole.length);
      value[random.nextInt(value.length)] = (byte) random.nextInt();
      values += isRead(() -> type.write(ByteReader.of("value", value), new JsonWriter())) ? 1 : 0;
      byte[] damaged = snapshot.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      snapshots +=
          isRead(() -> SerializerSnapshots.read(ByteReader.of("snapshot", damaged))) ? 1 : 0;
    }

    assertThat(values).isBetween(1_000, 8_000);
    assertThat(snapshots).isBetween(1_000, 8_000);
  }

  /** Whether it is, rather than refused. */
  private static boolean isRead(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (SavepointException refused) {
      return false;
    }
  }

  static Stream<?> plain() {
    return Stream.of(
        arguments("'boolean'", true, "Boolean", "true"),
        arguments("'int'", -1, "Int", "-1"),
        arguments("'long'", 1L << 40, "Long", "1099511627776"),
        arguments("'float'", 1.5f, "Float", "1.5"),
        arguments("'double'", -3.0, "Double", "-3.0"),
        arguments("'string'", "\u00e9\u4e16", "String", "\"\u00e9\u4e16\""),
        arguments("'bytes'", ByteBuffer.wrap(new byte[] {1, 2}), "Byte[]", "\"AQI=\""),
        arguments("'null'", null, "Null", "null"));
  }

  static Stream<?> logical() {
    byte[] unscaled = {0, (byte) 150};
    return Stream.of(
        arguments(logical("int", "date"), 0, "LocalDate", "\"1970-01-01\""),
        arguments(logical("int", "time-millis"), 1, "LocalTime", "\"00:00:00.001\""),
        arguments(logical("long", "time-micros"), 1L, "LocalTime", "\"00:00:00.000001\""),
        arguments(
            logical("long", "timestamp-millis"), 1L, "Instant", "\"1970-01-01T00:00:00.001Z\""),
        arguments(
            logical("long", "timestamp-micros"), -1L, "Instant", "\"1969-12-31T23:59:59.999999Z\""),
        arguments(
            logical("long", "local-timestamp-millis"), 0L, "LocalDateTime", "\"1970-01-01T00:00\""),
        arguments(
            "{'type':'bytes','logicalType':'decimal','precision':4,'scale':2}",
            ByteBuffer.wrap(unscaled),
            "BigDecimal",
            "1.50"),
        arguments(
            FIXED.formatted(",'logicalType':'decimal','precision':4,'scale':2"),
            new GenericData.Fixed(Schema.createFixed("F", "", "", 2), unscaled),
            "BigDecimal",
            "1.50"));
  }

  static Stream<?> composed() {
    return Stream.of(
        arguments("{'type':'enum','name':'E','symbols':['A','B']}", "B", "enum E[A, B]", "\"B\""),
        arguments(
            FIXED.formatted(""),
            new GenericData.Fixed(Schema.createFixed("F", "", "", 2), new byte[] {1, 2}),
            "Byte[2]",
            "\"AQI=\""),
        arguments("{'type':'array','items':'int'}", List.of(1, 2), "List<Int>", "[1,2]"),
        arguments("{'type':'array','items':'int'}", List.of(), "List<Int>", "[]"),
        arguments(
            "{'type':'map','values':'long'}", Map.of("k", 1L), "Map<String, Long>", "{\"k\":1}"),
        arguments("['null','string']", "x", "String", "\"x\""),
        arguments("['null','string']", null, "String", "null"),
        arguments("['int','string']", "x", "Union<Int, String>", "\"x\""));
  }

  private static String logical(String type, String logical) {
    return "{'type':'" + type + "','logicalType':'" + logical + "'}";
  }

  private static Schema schema(String type) {
    return new Schema.Parser()
        .parse(
            quoted(
                "{'type':'record','name':'R','fields':[{'name':'a','type':"
                    + (type + "},{'name':'z','type':'int'}]}")));
  }

  private static boolean isEnum(String type) {
    return type.contains("'enum'");
  }

  private static Object symbol(Schema schema, String name) {
    return new GenericData.EnumSymbol(schema.getField("a").schema(), name);
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private static byte[] bytes(AvroSerializer<GenericRecord> serializer, GenericRecord record)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(record, out);
    return out.getCopyOfBuffer();
  }

  private static String json(ValueType type, byte[] bytes) {
    ByteReader in = ByteReader.of("value", bytes);
    JsonWriter json = new JsonWriter();
    type.write(in, json);
    return json.toString();
  }
}
