// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.StreamPosition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "ISO-8859-1"})
  void readsRecordsInPiecesAndContinued(String name) throws IOException {
    boolean wide = !name.equals("ISO-8859-1");
    byte[] content =
        ((wide ? "\uFEFF" : "") + "é1\r\n\n2" + (wide ? "😀" : "") + "\n3")
            .getBytes(Charset.forName(name));
    RecordsKit kit = new RecordsKit((in, start) -> reader(in, start, name));

    assertThat(kit.texts(content))
        .containsExactly(latin("é1"), "", latin("2" + (wide ? "😀" : "")), "3");
    for (int seed = 0; seed < 200; seed++) {
      kit.check(content, new Random(seed));
    }
  }

  @Test
  void whatIsNoCharacterIsNotUtf8() throws IOException {
    RecordsKit kit = new RecordsKit((in, start) -> reader(in, start, "UTF-16LE"));
    byte[] content = {'a', 0, 0, (byte) 0xD8, '\n', 0, 'b', 0, '\n', 0, 'c'};

    assertThat(kit.texts(content)).containsExactly("a\u00ed\u00a0\u0080", "b", "\u00ff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void saysWhichEncodingAByteOrderMarkMeans(String name) {
    byte[] content = "\uFEFF{}".getBytes(Charset.forName(name));
    RecordReader reader =
        FormatOptions.of(InputFormat.JSON)
            .reader(new ByteArrayInputStream(content), StreamPosition.START, "in.json");

    assertThatThrownBy(reader::next)
        .hasMessage(
            "Cannot read 'in.json': its byte order mark is that of %s (encoding: %s reads it)",
            name, name);
  }

  private static RecordReader reader(InputStream in, StreamPosition start, String encoding) {
    return new FormatOptions(
            InputFormat.TEXT,
            null,
            null,
            null,
            null,
            null,
            Framing.LINES,
            null,
            null,
            encoding,
            null)
        .reader(in, start, "in");
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
