// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.meaning.Meaning;
import io.drey.state.sample.Account;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.TtlValue;
import io.drey.state.snapshot.value.UnfitValueException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown of a value as JSON is encoded as Flink's own serializer writes the value. */
class EncodingTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @ParameterizedTest(name = "{1} {3}")
  @MethodSource("values")
  <T> void writesWhatFlinkWrites(TypeSerializer<T> serializer, String text, T value, String json)
      throws IOException {
    byte[] encoded = encoded(SerializersTest.type(serializer), given(value, json));

    assertThat(encoded).as(text).isEqualTo(flinks(serializer, value));
  }

  static Stream<Arguments> values() {
    return Stream.of(
            SerializersTest.scalars(),
            SerializersTest.times(),
            SerializersTest.collections(),
            SerializersTest.records(),
            SerializersTest.wrappers())
        .flatMap(rows -> rows)
        .filter(row -> !(row.get()[2] instanceof Event));
  }

  /** JSON does not show the time of last access. */
  private static @Nullable Object given(@Nullable Object value, String json) {
    Object shown = parsed(json);
    return value instanceof org.apache.flink.runtime.state.ttl.TtlValue<?> ttl
        ? new TtlValue(ttl.getLastAccessTimestamp(), shown)
        : shown;
  }

  @Test
  void writesEventsWithoutSpacesKeyAndOrigin() throws IOException {
    TypeSerializer<Event> inState = serializer(TypeInformation.of(Event.class));
    TypeSerializer<Event> underWay = serializer(EventTypeInfo.STREAM);
    Event event = Event.of("{\"a\":[1,2.50],\"b\":\"\u00e9\"}");
    Object shown = parsed("{\"a\": [1, 2.50], \"b\": \"\u00e9\"}");

    assertThat(encoded(SerializersTest.type(inState), shown)).isEqualTo(flinks(inState, event));
    assertThat(encoded(SerializersTest.type(underWay), shown)).isEqualTo(flinks(underWay, event));
    assertThatThrownBy(() -> encoded(SerializersTest.type(inState), 1))
        .isInstanceOf(UnfitValueException.class)
        .hasMessage("must be an object but was 1");
  }

  @Test
  void takesTimesAndBytesThatAreNoText() throws IOException {
    assertThat(encoded(Scalar.INSTANT, Instant.EPOCH)).isEqualTo(new byte[12]);
    assertThat(encoded(Scalar.DATE, Instant.ofEpochMilli(1))).endsWith(0, 0, 1);
    assertThat(encoded(Scalar.LOCAL_DATE, LocalDate.of(1, 2, 3))).containsExactly(0, 0, 0, 1, 2, 3);
    assertThat(encoded(BytesType.BYTES, new byte[] {7})).containsExactly(0, 0, 0, 1, 7);
  }

  @Test
  void takesMapsWithKeysThatAreNoText() throws IOException {
    ValueType counts = new MapType(Scalar.INT, Scalar.BOOLEAN);

    assertThat(encoded(counts, Map.of(1, true))).isEqualTo(encoded(counts, Map.of("1", true)));
    assertThat(encoded(SequenceType.set(Scalar.BYTE), Set.of(3))).containsExactly(0, 0, 0, 1, 0, 3);
  }

  @Test
  void writesWhatJsonMeansAsText() {
    ValueType json = LogicalType.of(StringType.STRING, Meaning.JSON);

    assertThat(encoded(json, parsed("{\"a\": 1.50}")))
        .isEqualTo(encoded(StringType.STRING, "{\"a\":1.50}"));
    assertThat(encoded(new MapType(json, Scalar.BYTE), Map.of("1", 2)))
        .isEqualTo(encoded(new MapType(StringType.STRING, Scalar.BYTE), Map.of("\"1\"", 2)));
  }

  @Test
  void writesZeroesForWhatIsNothing() {
    assertThat(encoded(Scalar.TUPLE0, "Tuple0")).containsExactly(0);
    assertThat(encoded(Scalar.COUNT_WINDOW, 1)).endsWith(0, 1);
    assertThat(encoded(Scalar.SORTED_LONG, -1)).startsWith(0x7F, 0xFF);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "owner|1|'owner' must be a string but was 1",
        "balance|1.5|'balance' must be an integer from -9223372036854775808 to"
            + " 9223372036854775807 but was 1.5",
        "rating|3000000000|'rating' must be an integer from -2147483648 to 2147483647 but was"
            + " 3000000000",
        "kind|\"GOLD\"|'kind' must be one of BASIC, PREMIUM but was 'GOLD'",
        "tags|[\"a\",{\"b\":1}]|'tags[1]' must be a string but was an object of {b}",
        "homes|{\"x\":{\"zip\":true}}|'homes[x].zip' must be an integer from -2147483648 to"
            + " 2147483647 but was true",
        "limits|\"many\"|'limits' must be a list but was 'many'",
        "address|{\"street\":1}|'address' must be an object of [city, zip] but was an object of"
            + " {street}"
      })
  void saysWhichPartIsUnfit(String field, String json, String message) throws IOException {
    ValueType type = SerializersTest.type(serializer(TypeInformation.of(Account.class)));
    Map<String, Object> value = new LinkedHashMap<>();
    value.put(field, parsed(json));

    assertThatThrownBy(() -> encoded(type, value))
        .isInstanceOf(UnfitValueException.class)
        .hasMessage(message);
  }

  @Test
  void saysWhatIsUnfit() {
    assertUnfit(Scalar.BOOLEAN, 1, "must be true or false but was 1");
    assertUnfit(Scalar.DOUBLE, "1", "must be a number but was '1'");
    assertUnfit(Scalar.CHAR, "ab", "must be one character but was 'ab'");
    assertUnfit(BigNumber.INTEGER, 1.5, "must be an integer but was 1.5");
    assertUnfit(BigNumber.DECIMAL, Double.NaN, "must be a finite number but was NaN");
    assertUnfit(BytesType.BYTES, "?", "must be bytes in base64 but was '?'");
    assertUnfit(
        Scalar.INSTANT, "now", "must be an instant like 2026-01-31T12:00:00Z but was 'now'");
    assertUnfit(
        Scalar.LOCAL_DATE,
        "x".repeat(50),
        "must be a date like 2026-01-31 but was '" + "x".repeat(40) + "…'");
    assertUnfit(
        new TtlType(Scalar.LONG), 1L, "must be a value with its time of last access but was 1");
    assertUnfit(NoNamespace.VOID, List.of(1), "must be null but was a list of 1");
  }

  private static void assertUnfit(ValueType type, Object value, String message) {
    assertThatThrownBy(() -> encoded(type, value))
        .isInstanceOf(UnfitValueException.class)
        .hasMessage(message);
  }

  @Test
  void writesRowsWithTheirKind() throws IOException {
    ValueType row = SerializersTest.type(serializer(Types.ROW(Types.STRING)));

    assertUnfit(row, Map.of("$kind", "!"), "'$kind' must be one of +I, -U, +U, -D but was '!'");
    assertUnfit(
        row, Map.of("$kind", "-D", "g", 1), "must be an object of [f0] but was an object of {g}");
  }

  private static byte[] encoded(ValueType type, @Nullable Object value) {
    ByteWriter out = new ByteWriter();
    type.encode(value, out);
    return out.bytes();
  }

  private static <T> byte[] flinks(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
    return type.createSerializer(new SerializerConfigImpl());
  }

  private static @Nullable Object parsed(String json) {
    try {
      return JSON.readValue(json, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
