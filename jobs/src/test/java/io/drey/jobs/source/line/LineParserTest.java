// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.event.Event;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineParserTest {
  @Test
  void readsLogfmt() throws MalformedLineException {
    assertThat(parse(InputFormat.LOGFMT, "a=1 b=\"x y\" c d= e=true f=-1.5e3 g=a=b  h=01 "))
        .isEqualTo(
            "{\"a\":1,\"b\":\"x y\",\"c\":true,\"d\":\"\",\"e\":true,\"f\":-1.5e3,"
                + "\"g\":\"a=b\",\"h\":\"01\"}");
  }

  @Test
  void readsQuotedLogfmtAsStrings() throws MalformedLineException {
    assertThat(parse(InputFormat.LOGFMT, "a=\"1\" b=\"q\\\"\\n\\u00e9\" ü=ß"))
        .isEqualTo("{\"a\":\"1\",\"b\":\"q\\\"\\n\\u00e9\",\"ü\":\"ß\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a=\"x|Unterminated quote at byte 4",
        "a=\"x\"y|Unexpected text after a quoted value at byte 5",
        "=x|Expected a key at byte 0",
        "a=b\"|Unexpected quote in a value at byte 3",
        "a\"b|Unexpected quote in a key at byte 1",
        "a=\"\\x\"|Invalid escape at byte 3",
      })
  void refusesWhatIsNotLogfmt(String line, String error) {
    assertThatThrownBy(() -> parse(InputFormat.LOGFMT, line)).hasMessage(error);
  }

  @Test
  void readsCsvBelowItsHeader() throws MalformedLineException {
    LineParser parser = InputFormat.CSV.parser();

    assertThat(parse(parser, "id,\"the \"\"name\"\"\",n")).isNull();
    assertThat(parse(parser, "1,\"x, \"\"y\"\"\","))
        .isEqualTo("{\"id\":1,\"the \\\"name\\\"\":\"x, \\\"y\\\"\",\"n\":\"\"}");
    assertThat(parse(parser, "\"1.0\",false,-0"))
        .isEqualTo("{\"id\":1.0,\"the \\\"name\\\"\":false,\"n\":-0}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1|Expected 2 values but found 1",
        "1,2,3|Expected 2 values but found 3",
        "1,\"x|Unterminated quote (a record is one line) at byte 4",
        "\"x\"y,1|Unexpected text after a quoted value at byte 3",
      })
  void refusesWhatDoesNotFitTheCsvHeader(String line, String error) throws MalformedLineException {
    LineParser parser = InputFormat.CSV.parser();
    assertThat(parse(parser, "a,b")).isNull();

    assertThatThrownBy(() -> parse(parser, line)).hasMessage(error);
  }

  @Test
  void takesNoOtherLineForABrokenCsvHeader() {
    LineParser parser = InputFormat.CSV.parser();

    assertThatThrownBy(() -> parse(parser, "a,\"b"))
        .hasMessage("Unterminated quote (a record is one line) at byte 4");
    assertThatThrownBy(() -> parse(parser, "1,2"))
        .hasMessage("No header: the first line is malformed");
  }

  @Test
  void putsTextIntoAField() throws MalformedLineException {
    assertThat(parse(InputFormat.TEXT, "a \"b\" \\ \t \u0001 é"))
        .isEqualTo("{\"line\":\"a \\\"b\\\" \\\\ \\t \\u0001 é\"}");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] latin = "xyzé".getBytes(ISO_8859_1);

    for (InputFormat format : new InputFormat[] {InputFormat.TEXT, InputFormat.LOGFMT}) {
      assertThatThrownBy(() -> format.parser().parse(latin, 0, latin.length))
          .hasMessage("Invalid UTF-8 at byte 3");
    }
  }

  private static @Nullable String parse(InputFormat format, String line)
      throws MalformedLineException {
    return parse(format.parser(), line);
  }

  private static @Nullable String parse(LineParser parser, String line)
      throws MalformedLineException {
    byte[] bytes = (">" + line + "<").getBytes(UTF_8);
    Event event = parser.parse(bytes, 1, bytes.length - 1);
    return event == null ? null : event.toString();
  }
}
