// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.meaning.Meaning;
import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogicalTypeTest {
  private static final LogicalType JSON = new LogicalType(StringType.STRING, Meaning.JSON);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\"u1\"",
        "\"\u4e16 \u00e9\"",
        "\"a\\\"b\"",
        "0",
        "7",
        "-7",
        "123456789012345678",
        "1234567890123456789",
        "1.50",
        "true",
        "null",
        "[\"a\", 1]",
        "{\"a\": {}}"
      })
  void writesJsonAsItIs(String json) throws IOException {
    assertThat(written(json)).isEqualTo("[" + json + ",1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "\"a",
        "a\"",
        "\"a\"b\"",
        "\"a\\\"",
        "\"a\u0001\"",
        "01",
        "-",
        "1a",
        "u1",
        "[",
        "\u4e16"
      })
  void writesWhatIsNoJsonAsAString(String text) throws IOException {
    JsonWriter quoted = new JsonWriter();
    quoted.text(text);

    assertThat(written(text)).isEqualTo("[" + quoted + ",1]");
  }

  /** Writes a text, and a number that follows it. */
  private static String written(String text) throws IOException {
    DataOutputSerializer bytes = new DataOutputSerializer(64);
    StringSerializer.INSTANCE.serialize(text, bytes);
    bytes.writeInt(1);
    ByteReader in = ByteReader.of("file", bytes.getCopyOfBuffer());
    JsonWriter out = new JsonWriter();
    out.beginArray();
    JSON.write(in, out);
    Scalar.INT.write(in, out);
    out.endArray();
    return out.toString();
  }
}
