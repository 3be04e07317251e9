// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.Framing;
import io.drey.jobs.source.format.HeaderOption;
import io.drey.jobs.source.format.InputFormat;
import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.operators.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvParserTest {
  @Test
  void readsValuesBelowTheirHeader() throws MalformedLineException {
    LineParser parser = parser(null, null);

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
        "1,\"x|Unterminated quote at byte 2",
        "\"x\"y,1|Unexpected text after a quoted value at byte 3",
      })
  void refusesWhatDoesNotFitTheHeader(String line, String error) throws MalformedLineException {
    LineParser parser = parser(null, null);
    assertThat(parse(parser, "a,b")).isNull();

    assertThatThrownBy(() -> parse(parser, line)).hasMessage(error);
  }

  @Test
  void skipsComments() throws MalformedLineException {
    LineParser parser =
        new FormatOptions(
                InputFormat.CSV,
                null,
                null,
                null,
                null,
                null,
                Framing.LINES,
                null,
                null,
                null,
                "##")
            .parser("in.csv");

    assertThat(parse(parser, "## written by hand, twice")).isNull();
    assertThat(parse(parser, "#,b")).isNull();
    assertThat(parse(parser, "##")).isNull();
    assertThat(parse(parser, "#1,2")).isEqualTo("{\"#\":\"#1\",\"b\":2}");
  }

  @Test
  void takesNoOtherLineForABrokenHeader() {
    LineParser parser = parser(null, null);

    assertThatThrownBy(() -> parse(parser, "a,\"b")).hasMessage("Unterminated quote at byte 2");
    assertThatThrownBy(() -> parse(parser, "1,2"))
        .hasMessage("No header: the first line is malformed");
  }

  @Test
  void readsOtherDelimiters() throws MalformedLineException {
    LineParser parser = parser(";", null);

    assertThat(parse(parser, "id;url;")).isNull();
    assertThat(parse(parser, "\"1\";\"http://example.org/?a,b\";"))
        .isEqualTo("{\"id\":1,\"url\":\"http://example.org/?a,b\"}");
    LineParser tabs = FormatOptions.of(InputFormat.TSV).parser("in.tsv");
    assertThat(parse(tabs, "a\tb")).isNull();
    assertThat(parse(tabs, "1,5\t\"x\ty\"")).isEqualTo("{\"a\":\"1,5\",\"b\":\"x\\ty\"}");
  }

  @Test
  void aNamelessColumnAtTheEndMustBeEmpty() throws MalformedLineException {
    LineParser parser = parser(null, null);
    assertThat(parse(parser, "a,b,,")).isNull();

    assertThat(parse(parser, "1,2,,")).isEqualTo("{\"a\":1,\"b\":2}");
    assertThat(parse(parser, "1,2")).isEqualTo("{\"a\":1,\"b\":2}");
    assertThatThrownBy(() -> parse(parser, "1,2,,3"))
        .hasMessage("A value in a column without a name");
    assertThatThrownBy(() -> parse(parser, "1,2,,,")).hasMessage("Expected 2 values but found 5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a,b,b,|its header has the name 'b' twice (name the columns by header: [name, …])",
        "a,,b|column 2 of its header has no name (name the columns by header: [name, …])",
        "a;b;c|its header has no ',' (delimiter: ';' reads its columns)",
        "a\tb|its header has no ',' (format: tsv reads its columns)",
      })
  void refusesAHeaderThatNamesNoColumns(String header, String why) {
    assertThatThrownBy(() -> parse(parser(null, null), header))
        .hasRootCauseMessage("Cannot read 'in.csv': " + why);
  }

  @Test
  void aChosenDelimiterIsTakenAtItsWord() throws MalformedLineException {
    LineParser parser = parser(",", null);

    assertThat(parse(parser, "a;b")).isNull();
    assertThat(parse(parser, "1;2")).isEqualTo("{\"a;b\":\"1;2\"}");
  }

  @Test
  void givenNamesStandForAHeaderOrReplaceIt() throws MalformedLineException {
    LineParser without = parser(null, new HeaderOption(List.of("a", "b")));
    assertThat(without.needsHeader()).isTrue();
    assertThat(parse(without, "1,2")).isEqualTo("{\"a\":1,\"b\":2}");
    assertThat(without.needsHeader()).isFalse();
    assertThat(parse(without, "a,b")).isEqualTo("{\"a\":\"a\",\"b\":\"b\"}");

    LineParser with = parser(null, new HeaderOption(List.of("a", "b", "b2", "c")));
    assertThat(parse(with, "a,b,b,")).isNull();
    assertThat(parse(with, "1,2,3,4")).isEqualTo("{\"a\":1,\"b\":2,\"b2\":3,\"c\":4}");
  }

  @Test
  void columnsWithoutAHeaderAreNumbered() throws MalformedLineException {
    LineParser parser = parser(null, HeaderOption.parse("false"));

    assertThat(parse(parser, "x,,")).isEqualTo("{\"1\":\"x\",\"2\":\"\",\"3\":\"\"}");
    assertThatThrownBy(() -> parse(parser, "1,2")).hasMessage("Expected 3 values but found 2");
  }

  private static LineParser parser(@Nullable String delimiter, @Nullable HeaderOption header) {
    return new FormatOptions(
            InputFormat.CSV,
            delimiter,
            header,
            null,
            null,
            null,
            Framing.LINES,
            null,
            null,
            null,
            null)
        .parser("in.csv");
  }

  private static @Nullable String parse(LineParser parser, String line)
      throws MalformedLineException {
    byte[] bytes = (">" + line + "<").getBytes(UTF_8);
    Event event = parser.parse(bytes, 1, bytes.length - 1);
    return event == null ? null : event.toString();
  }
}
