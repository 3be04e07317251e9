// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.operators.event.Event;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineFormatsTest {
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
        "a=\"\\x4\"|Invalid escape at byte 3",
        "a=\"\\U0011ffff\"|Invalid escape at byte 3",
        "a=\"\\U0000d800\"|Invalid escape at byte 3",
        "a=\"\\U80000041\"|Invalid escape at byte 3",
        "a=\"\\q\"|Invalid escape at byte 3",
        "a='x y|Unterminated quote at byte 6",
        "a='x'y|Unexpected text after a quoted value at byte 5",
      })
  void refusesWhatIsNotLogfmt(String line, String error) {
    assertThatThrownBy(() -> parse(InputFormat.LOGFMT, line)).hasMessage(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\\x1b[33m\\x00|\\u001b[33m\\u0000",
        "\\a\\v\\'|\\u0007\\u000b'",
        "\\U0001f600\\U00000041|😀A",
        "\\x41\\x22\\x5c|A\\\"\\\\",
        "\\xc3\\xa9\\xff\\xc3 |é\ufffd\ufffd ",
        "\\b\\f\\/|\\b\\f\\/",
      })
  void readsEscapesOfGo(String quoted, String json) throws MalformedLineException {
    assertThat(parse(InputFormat.LOGFMT, "a=\"" + quoted + "\""))
        .isEqualTo("{\"a\":\"" + json + "\"}");
  }

  @Test
  void takesWhatStandsInSingleQuotesAsItIs() throws MalformedLineException {
    assertThat(parse(InputFormat.LOGFMT, "a='\"GET / HTTP/1.1\" \\x' b='' c=o'neil d='1'"))
        .isEqualTo(
            "{\"a\":\"\\\"GET / HTTP/1.1\\\" \\\\x\",\"b\":\"\",\"c\":\"o'neil\",\"d\":\"1\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{|Expected a field name at byte 1",
        "{}{}|Unexpected text after the object at byte 2",
        "[|Expected an object at byte 0",
        "{\"a\":|Expected a value at byte 5",
      })
  void saysHowAnObjectOverSeveralLinesIsRead(String line, String error)
      throws MalformedLineException {
    LineParser parser = FormatOptions.of(InputFormat.JSON).parser("in");

    assertThatThrownBy(() -> parse(parser, line))
        .hasMessage(error + " (framing: values reads objects however they are divided into lines)");
    assertThatThrownBy(() -> parse(parser, line)).hasMessage(error);
    assertThatThrownBy(() -> parse(InputFormat.JSON, "{\"a\":NaN}"))
        .hasMessage("Expected a value at byte 5");
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
      assertThatThrownBy(() -> FormatOptions.of(format).parser("in").parse(latin, 0, latin.length))
          .hasMessage("Invalid UTF-8 at byte 3");
    }
  }

  private static @Nullable String parse(InputFormat format, String line)
      throws MalformedLineException {
    return parse(FormatOptions.of(format).parser("in"), line);
  }

  private static @Nullable String parse(LineParser parser, String line)
      throws MalformedLineException {
    byte[] bytes = (">" + line + "<").getBytes(UTF_8);
    Event event = parser.parse(bytes, 1, bytes.length - 1);
    return event == null ? null : event.toString();
  }
}
