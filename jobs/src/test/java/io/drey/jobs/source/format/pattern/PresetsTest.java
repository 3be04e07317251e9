// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.pages.MarkdownPage;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.StreamPosition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each preset reads the lines that its section of the page shows. */
class PresetsTest {
  private static final String PAGE = "docs/patterns.md";

  @ParameterizedTest
  @MethodSource("names")
  void readsTheLinesOfThePage(String name) throws IOException, MalformedLineException {
    MarkdownPage section = section(name);

    assertThat(read(name, section.blocks("text").get(0))).isEqualTo(section.blocks("json").get(0));
  }

  @ParameterizedTest
  @MethodSource("names")
  void thePageNamesTheFields(String name) throws IOException {
    Set<String> fields = new TreeSet<>();
    requireNonNull(Presets.all().get(name))
        .patterns()
        .forEach(p -> fields.addAll(LinePattern.of(p).names()));

    assertThat(fields)
        .allSatisfy(field -> assertThat(section(name).text()).contains("`" + field + "`"));
  }

  @Test
  void thePageHasNoOthers() throws IOException {
    assertThat(MarkdownPage.read(PAGE).text().lines().filter(line -> line.startsWith("## ")))
        .containsExactlyElementsOf(names().map(name -> "## " + name).toList());
  }

  /** Access logs are large. */
  @ParameterizedTest
  @ValueSource(strings = {"apache-common", "apache-combined", "nginx-combined"})
  void readsAccessLogsInOnePass(String name) {
    assertThat(requireNonNull(Presets.all().get(name)).patterns())
        .allMatch(pattern -> LinePattern.of(pattern).isOnePass());
  }

  @Test
  void refusesWhatDoesNotMatch() {
    assertThatThrownBy(() -> read("apache-common", "10.0.0.1 - - [now] hello\n"))
        .hasMessage("Does not match the pattern");
    assertThatThrownBy(() -> read("(?P<n>\\d)", "x\n")).hasMessage("Does not match the pattern");
  }

  @Test
  void aDashIsAbsentInPresetsOnly() throws MalformedLineException, IOException {
    assertThat(read("(?P<a>\\S+) (?P<b>\\S+)(?P<c> x)?", "- 1\n"))
        .isEqualTo("{\"a\":\"-\",\"b\":1}\n");
  }

  private static MarkdownPage section(String name) throws IOException {
    String text = MarkdownPage.read(PAGE).text();
    String heading = "## " + name + "\n";
    assertThat(text).contains(heading);
    String rest = text.substring(text.indexOf(heading) + heading.length());
    int next = rest.indexOf("\n## ");
    return new MarkdownPage(name, next < 0 ? rest : rest.substring(0, next + 1));
  }

  private static String read(String pattern, String lines)
      throws IOException, MalformedLineException {
    FormatOptions format = FormatOptions.text(pattern);
    RecordReader reader =
        format.reader(
            new ByteArrayInputStream(lines.getBytes(UTF_8)), StreamPosition.START, "page");
    LineParser parser = format.parser("page");
    StringBuilder events = new StringBuilder();
    while (true) {
      switch (reader.next()) {
        case END -> {
          return events.toString();
        }
        case UNFINISHED -> reader.takeUnfinished();
        default -> {}
      }
      events.append(parser.parse(reader.bytes(), reader.from(), reader.to())).append('\n');
    }
  }

  static Stream<String> names() {
    return Presets.all().keySet().stream();
  }
}
