// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.json.JsonWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.apache.flink.types.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowJsonTest {
  @Test
  void writesScalars() {
    assertJson("BIGINT", -5L, "-5");
    assertJson("DOUBLE", Double.NaN, "\"NaN\"");
    assertJson("DOUBLE", 4.9E-324, "4.9E-324");
    assertJson("FLOAT", 0.1f, "0.1");
    assertJson("BOOLEAN", true, "true");
    assertJson("STRING", "a\"\n", "\"a\\\"\\n\"");
    assertJson("BYTES", new byte[] {0, 1, -1}, "\"AAH/\"");
    assertJson("DATE", LocalDate.of(2024, 2, 29), "\"2024-02-29\"");
    assertJson("INT", null, "null");
  }

  @Test
  void stripsTheZerosOfNumbersWithoutAScaleOfTheirOwn() {
    assertJson("DECIMAL(38, 18)", new BigDecimal("12.500000000000000000"), "12.5");
    assertJson("DECIMAL(38, 18)", new BigDecimal("100.000000000000000000"), "100");
    assertJson("DECIMAL(10, 2)", new BigDecimal("12.50"), "12.50");
  }

  @Test
  void writesInstantsByTheirPrecision() {
    assertJson("TIMESTAMP_LTZ(3)", Instant.ofEpochMilli(0), "\"1970-01-01T00:00:00.000Z\"");
    assertJson("TIMESTAMP_LTZ(3)", Instant.ofEpochMilli(-1), "-1");
    assertJson(
        "TIMESTAMP_LTZ(9)", Instant.ofEpochSecond(0, 1), "\"1970-01-01T00:00:00.000000001Z\"");
  }

  @Test
  void nestsValues() {
    assertJson("ARRAY<INT>", new Integer[] {1, null}, "[1,null]");
    assertJson("MAP<BIGINT, STRING>", Map.of(-5L, "a"), "{\"-5\":\"a\"}");
    assertJson("MAP<ARRAY<INT>, INT>", Map.of(new Integer[] {1}, 2), "[{\"key\":[1],\"value\":2}]");
    assertJson(
        "ROW<`a` INT, `b.c` ROW<`d` STRING>>",
        Row.of(1, Row.of("x")),
        "{\"a\":1,\"b.c\":{\"d\":\"x\"}}");
  }

  private static void assertJson(String type, @Nullable Object value, String json) {
    JsonWriter out = new JsonWriter();
    RowType row =
        (RowType)
            LogicalTypeParser.parse(
                "ROW<`value` " + type + ">", RowJsonTest.class.getClassLoader());

    new RowJson(out).write(Row.of(value), row);

    assertThat(out).hasToString("{\"value\":" + json + "}");
  }
}
