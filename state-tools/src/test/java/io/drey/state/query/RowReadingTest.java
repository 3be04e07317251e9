// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.json.JsonWriter;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.conversion.DataStructureConverter;
import org.apache.flink.table.data.conversion.DataStructureConverters;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.apache.flink.table.types.utils.TypeConversions;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReadingTest {
  private long undecoded;
  private long unfit;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "BOOLEAN|true",
        "TINYINT|-128",
        "SMALLINT|32767",
        "INT|-2147483648",
        "BIGINT|-9223372036854775808",
        "FLOAT|0.1",
        "DOUBLE|\"NaN\"",
        "DOUBLE|4.9E-324",
        "DECIMAL(38, 0)|-99999999999999999999999999999999999999",
        "DECIMAL(38, 18)|12345678901234567890.000000000000000001",
        "STRING|\"a\\\"\u4e16\\n\"",
        "BYTES|\"AAH/\"",
        "DATE|\"2024-02-29\"",
        "TIME(3)|\"10:00:00.123\"",
        "TIMESTAMP(9)|\"2024-02-29T10:00:00.123456789\"",
        "TIMESTAMP_LTZ(9)|\"2024-02-29T10:00:00.123456789Z\"",
        "TIMESTAMP_LTZ(3)|\"2024-02-29T10:00:00.000Z\"",
        "TIMESTAMP_LTZ(3)|9223372036854775807",
        "TIMESTAMP_LTZ(3)|-1",
        "ARRAY<INT>|[1,null,2]",
        "ARRAY<BYTES>|[\"AAH/\"]",
        "MAP<STRING, INT>|{\"a b\":1}",
        "MAP<BIGINT, STRING>|{\"-5\":null}",
        "MAP<ARRAY<INT>, INT>|[{\"key\":[1],\"value\":2}]",
        "ROW<`a` INT, `b.c` ROW<`d` STRING>>|{\"a\":1,\"b.c\":{\"d\":\"x\"}}",
        "INT|null"
      })
  void keepsValues(String type, String json) {
    assertThat(row(type, "{\"value\":" + json + "}"))
        .isEqualTo("{\"value\":" + json.replace("\\u4e16", "\u4e16") + "}");
    assertThat(unfit).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "DECIMAL(38, 18)|1.0000000000000000005|1.000000000000000001",
        "DECIMAL(38, 18)|1E-1000000000|0",
        "DECIMAL(38, 18)|0E+1000000000|0",
        "DECIMAL(38, 18)|12.50|12.5",
        "TIME(3)|\"10:00:00.123456\"|\"10:00:00.123\"",
        "STRING|{\"id\": 1}|\"{\\\"id\\\": 1}\"",
        "STRING|[1, 2]|\"[1, 2]\"",
        "STRING|1.50|\"1.50\"",
        "ROW<`a` INT>|{\"$class\":\"B\",\"a\":1}|{\"a\":1}",
        "ROW<`left` INT, `right` INT>|{\"right\":1}|{\"left\":null,\"right\":1}"
      })
  void givesWhatSqlHasRoomFor(String type, String json, String expected) {
    assertThat(row(type, "{\"value\":" + json + "}")).isEqualTo("{\"value\":" + expected + "}");
    assertThat(unfit).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "DECIMAL(38, 0)|100000000000000000000000000000000000000",
        "DECIMAL(38, 18)|100000000000000000000",
        "DECIMAL(38, 18)|1E+1000000000",
        "INT|2147483648",
        "BIGINT|\"x\"",
        "BYTES|\"!\"",
        "DATE|\"2024-02-30\"",
        "ROW<`a` INT>|1",
        "ARRAY<INT>|{}",
        "MAP<INT, INT>|1"
      })
  void countsWhatItHasNoRoomFor(String type, String json) {
    assertThat(row(type, "{\"value\":" + json + "}")).isEqualTo("{\"value\":null}");
    assertThat(unfit).isEqualTo(1);
  }

  @Test
  void givesTheBytesOfWhatOnlyTheJobCanDecode() {
    String value = "{\"error\":\"only Kryo knows\",\"bytes\":\"AAH/\"}";

    assertThat(row("BYTES", value)).isEqualTo("{\"value\":\"AAH/\"}");
    assertThat(undecoded).isZero();
    assertThat(row("INT", value)).isEqualTo("{\"value\":null}");
    assertThat(undecoded).isEqualTo(1);
  }

  @Test
  void givesTheBytesOfKeysToo() {
    String key = "{\"key\":{\"bytes\":\"AAH/\"}}";

    assertThat(row("key", "BYTES", key)).isEqualTo("{\"key\":\"AAH/\"}");
    assertThat(row("key", "ROW<`bytes` BYTES>", key)).isEqualTo(key);
    assertThat(undecoded).isZero();
    assertThat(row("key", "ROW<`a` INT>", key)).isEqualTo("{\"key\":null}");
    assertThat(row("key", "STRING", key)).isEqualTo("{\"key\":null}");
    assertThat(undecoded).isEqualTo(1);
  }

  private String row(String type, String json) {
    return row("value", type, json);
  }

  /** Reads a row of one column and writes it again. */
  private String row(String name, String type, String json) {
    DataType row =
        DataTypes.ROW(DataTypes.FIELD(name, TypeConversions.fromLogicalToDataType(parsed(type))));
    RowReading reading = new RowReading((RowType) row.getLogicalType());
    JsonWriter in = new JsonWriter();
    byte[] bytes = json.getBytes(UTF_8);
    in.raw(bytes, 0, bytes.length);
    in.newLine();
    RowData internal = reading.read(in);
    undecoded = reading.undecoded();
    unfit = reading.unfit();
    DataStructureConverter<Object, Object> converter = DataStructureConverters.getConverter(row);
    converter.open(getClass().getClassLoader());
    JsonWriter out = new JsonWriter();
    new RowJson(out).write((Row) converter.toExternal(internal), (RowType) row.getLogicalType());
    return out.toString();
  }

  private static LogicalType parsed(String type) {
    return LogicalTypeParser.parse(type, RowReadingTest.class.getClassLoader());
  }
}
