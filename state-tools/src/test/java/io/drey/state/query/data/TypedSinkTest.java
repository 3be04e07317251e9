// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.json.JsonWriter;
import io.drey.state.json.MapForm;
import io.drey.state.json.ValueSink;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypedSinkTest {
  private static final byte[] A = JsonWriter.encodedName("a");
  private static final byte[] B = JsonWriter.encodedName("b.c");

  private long unfit;

  @Test
  void keepsNumbers() {
    assertThat(value("TINYINT", out -> out.number(-128))).isEqualTo((byte) -128);
    assertThat(value("SMALLINT", out -> out.number(32767))).isEqualTo((short) 32767);
    assertThat(value("INT", out -> out.number(-2147483648))).isEqualTo(-2147483648);
    assertThat(value("BIGINT", out -> out.number(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
    assertThat(value("FLOAT", out -> out.number(0.1f))).isEqualTo(0.1f);
    assertThat(value("DOUBLE", out -> out.number(Double.NaN))).isEqualTo(Double.NaN);
    assertThat(value("BOOLEAN", out -> out.bool(true))).isEqualTo(true);
    assertThat(unfit).isZero();
  }

  @Test
  void roundsDecimalsToTheirScale() {
    assertDecimal(new BigDecimal("12345678901234567890.000000000000000001"), null);
    assertDecimal(new BigDecimal("1.0000000000000000005"), "1.000000000000000001");
    assertDecimal(new BigDecimal("1E-1000000000"), "0");
    assertDecimal(new BigDecimal("0E+1000000000"), "0");
    String nines = "9".repeat(38);
    assertThat(value("DECIMAL(38, 0)", out -> out.number(new BigInteger("-" + nines))))
        .isEqualTo(DecimalData.fromBigDecimal(new BigDecimal("-" + nines), 38, 0));
    assertThat(unfit).isZero();
  }

  private void assertDecimal(BigDecimal written, @Nullable String rounded) {
    BigDecimal expected = rounded == null ? written : new BigDecimal(rounded);
    assertThat(value("DECIMAL(38, 18)", out -> out.number(written)))
        .isEqualTo(DecimalData.fromBigDecimal(expected, 38, 18));
  }

  @Test
  void keepsTimes() {
    Instant instant = Instant.parse("2024-02-29T10:00:00.123456789Z");
    LocalDateTime local = LocalDateTime.parse("2024-02-29T10:00:00.123456789");

    assertThat(value("TIMESTAMP_LTZ(9)", out -> out.temporal(instant)))
        .isEqualTo(TimestampData.fromInstant(instant));
    assertThat(value("TIMESTAMP_LTZ(3)", out -> out.instant(Long.MAX_VALUE)))
        .isEqualTo(TimestampData.fromEpochMillis(Long.MAX_VALUE));
    assertThat(value("TIMESTAMP(9)", out -> out.temporal(local)))
        .isEqualTo(TimestampData.fromLocalDateTime(local));
    assertThat(value("DATE", out -> out.temporal(LocalDate.ofEpochDay(-1)))).isEqualTo(-1);
    assertThat(value("TIME(3)", out -> out.temporal(LocalTime.parse("00:00:01.123456"))))
        .isEqualTo(1123);
    assertThat(unfit).isZero();
  }

  @Test
  void givesScalarsAsTextWhereTheTypeIsAString() {
    assertText(out -> out.text("a\"\u4e16\n"), "a\"\u4e16\n");
    assertText(out -> out.asciiText("xay".getBytes(UTF_8), 1, 1), "a");
    assertText(out -> out.number(-5), "-5");
    assertText(out -> out.number(1.0), "1.0");
    assertText(out -> out.number(new BigDecimal("1.50")), "1.50");
    assertText(out -> out.bool(false), "false");
    assertText(out -> out.instant(0), "1970-01-01T00:00:00.000Z");
    assertText(out -> out.instant(-1), "-1");
    assertText(out -> out.temporal(Duration.ofSeconds(61)), "PT1M1S");
    assertText(out -> out.base64(new byte[] {9, 0, 1, (byte) 255}, 1, 3), "AAH/");
  }

  @Test
  void givesTheContentOfJsonStringsAndOtherJsonAsItIs() {
    assertText(raw("\"a\u00e9\""), "a\u00e9");
    assertText(raw("\"a\\u4e16\\\"\""), "a\u4e16\"");
    assertText(raw("{\"id\": 1}"), "{\"id\": 1}");
    assertText(raw("1.50"), "1.50");
    assertThat(value("STRING", raw("null"))).isNull();
    assertThat(unfit).isZero();
  }

  @Test
  void givesValuesWithPartsAsJsonWhereTheTypeIsAString() {
    Consumer<ValueSink> object =
        out -> {
          out.beginObject();
          out.name(A);
          out.beginMap(MapForm.ENTRIES);
          out.beginKey(MapForm.ENTRIES);
          out.bool(true);
          out.endKey(MapForm.ENTRIES);
          out.instant(0);
          out.endEntry(MapForm.ENTRIES);
          out.endMap(MapForm.ENTRIES);
          out.endObject();
        };

    String json = "{\"a\":[{\"key\":true,\"value\":\"1970-01-01T00:00:00.000Z\"}]}";

    assertText(object, json);
    assertThat(value("ARRAY<STRING>", arrayOf(object, object)))
        .isEqualTo(
            new GenericArrayData(
                new Object[] {StringData.fromString(json), StringData.fromString(json)}));
  }

  @Test
  void findsFieldsByName() {
    Consumer<ValueSink> object =
        out -> {
          out.beginRecord();
          out.name("$class");
          out.text("B");
          out.name(B);
          out.nullValue();
          out.name("more");
          arrayOf(raw("1")).accept(out);
          out.name(A);
          out.number(7);
          out.endObject();
        };

    assertThat(value("ROW<`a` INT, `b.c` STRING, `other` INT>", object))
        .isEqualTo(GenericRowData.of(7, null, null));
    assertThat(unfit).isZero();
  }

  @Test
  void nestsArraysMapsAndRows() {
    Consumer<ValueSink> map =
        out -> {
          out.beginMap(MapForm.OBJECT);
          out.beginKey(MapForm.OBJECT);
          out.number(-5);
          out.endKey(MapForm.OBJECT);
          arrayOf(each -> each.nullValue(), each -> each.number(2)).accept(out);
          out.endEntry(MapForm.OBJECT);
          out.endMap(MapForm.OBJECT);
        };

    assertThat(value("ARRAY<MAP<BIGINT, ARRAY<INT>>>", arrayOf(map)))
        .isEqualTo(
            new GenericArrayData(
                new Object[] {
                  new GenericMapData(Map.of(-5L, new GenericArrayData(new Object[] {null, 2})))
                }));
  }

  @Test
  void countsWhatItsTypeHasNoRoomFor() {
    assertUnfit("DECIMAL(38, 0)", out -> out.number(BigInteger.TEN.pow(38)));
    assertUnfit("DECIMAL(38, 18)", out -> out.number(new BigDecimal("1E+1000000000")));
    assertUnfit("DECIMAL(38, 18)", out -> out.number(BigInteger.ONE.shiftLeft(1 << 24)));
    assertUnfit("INT", out -> out.number(2147483648L));
    assertUnfit("BIGINT", out -> out.text("x"));
    assertUnfit("BYTES", raw("\"x\""));
    assertUnfit("DATE", out -> out.temporal(LocalDate.MAX));
    assertUnfit("TIMESTAMP_LTZ(9)", out -> out.temporal(Instant.MAX));
    assertUnfit("ROW<`a` INT>", out -> out.number(1));
    assertUnfit("ROW<`a` INT>", arrayOf(raw("1")));
    assertUnfit("ARRAY<INT>", out -> out.text("1"));
    assertUnfit("MAP<INT, INT>", arrayOf());
  }

  @Test
  void discardsAValueThatHasNotEnded() {
    TypedSink sink = sink("ROW<`a` STRING>");
    sink.begin();
    sink.beginObject();
    sink.name(A);
    sink.beginArray();
    sink.number(1);

    sink.begin();
    sink.beginObject();
    sink.name(A);
    sink.text("x");
    sink.endObject();

    assertThat(sink.end()).isEqualTo(GenericRowData.of(StringData.fromString("x")));
    sink.begin();
    assertThat(sink.end()).isNull();
    assertThat(sink.unfit()).isZero();
  }

  private void assertText(Consumer<ValueSink> writing, String text) {
    assertThat(value("STRING", writing)).isEqualTo(StringData.fromString(text));
    assertThat(unfit).isZero();
  }

  private void assertUnfit(String type, Consumer<ValueSink> writing) {
    assertThat(value(type, writing)).isNull();
    assertThat(unfit).isEqualTo(1);
  }

  private @Nullable Object value(String type, Consumer<ValueSink> writing) {
    TypedSink sink = sink(type);
    sink.begin();
    writing.accept(sink);
    unfit = sink.unfit();
    return sink.end();
  }

  private static TypedSink sink(String type) {
    return new TypedSink(LogicalTypeParser.parse(type, TypedSinkTest.class.getClassLoader()));
  }

  private static Consumer<ValueSink> raw(String json) {
    byte[] utf8 = ("," + json).getBytes(UTF_8);
    return out -> out.raw(utf8, 1, utf8.length - 1);
  }

  @SafeVarargs
  private static Consumer<ValueSink> arrayOf(Consumer<ValueSink>... elements) {
    return out -> {
      out.beginArray();
      for (Consumer<ValueSink> element : elements) {
        element.accept(out);
      }
      out.endArray();
    };
  }
}
