// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.option.OptionTable;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.pipeline.Settings;
import io.drey.jobs.pipeline.SinkKinds;
import io.drey.jobs.pipeline.SourceKinds;
import io.drey.jobs.pipeline.StepKinds;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.yaml.ExternalValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages say is what the program is. */
class PagesTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final List<String> SECTIONS =
      List.of(
          "## Options",
          "## Outputs",
          "## Time and late records",
          "## State and growth",
          "## Metrics",
          "## Changing it with a running savepoint");

  /** Options of formats stand on a page of their own, but for the format itself. */
  private static final List<String> FORMAT_ROWS =
      OptionTable.markdown(FormatOptions.class).lines().skip(3).toList();

  @Test
  void everyOperatorHasAPage() throws IOException {
    assertThat(MarkdownPage.in("docs/operators"))
        .containsExactlyInAnyOrderElementsOf(
            StepKinds.all().keySet().stream()
                .map(name -> "docs/operators/" + name + ".md")
                .toList());
  }

  @Test
  void everyOperatorsPageHasTheSameSections() throws IOException {
    for (String name : MarkdownPage.in("docs/operators")) {
      assertThat(MarkdownPage.read(name).text().lines().filter(line -> line.startsWith("## ")))
          .as(name)
          .containsSubsequence(SECTIONS);
    }
  }

  @Test
  void readmeLinksToEveryOperator() throws IOException {
    String readme = MarkdownPage.read("README.md").text();

    assertThat(StepKinds.all().keySet())
        .allSatisfy(
            name -> assertThat(readme).contains("[" + name + "](docs/operators/" + name + ".md)"));
  }

  @Test
  void indexListsEveryPage() throws IOException {
    String index = MarkdownPage.read("docs/README.md").text();
    String list = index.substring(index.indexOf("## All pages"));

    assertThat(LINK.matcher(list).results().map(link -> "docs/" + link.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            MarkdownPage.in("docs").stream()
                .filter(name -> !name.equals("docs/README.md"))
                .toList());
  }

  @Test
  void sourcesAndSinksAreShownWithTheirOptions() throws IOException {
    String page = MarkdownPage.read("docs/sources-and-sinks.md").text();

    types(SourceKinds.all(), SinkKinds.all())
        .forEach((heading, options) -> assertThat(page).contains(section(heading, options)));
    assertThat(page).contains(OptionTable.markdown(TimeOptions.class));
    assertThat(MarkdownPage.read("docs/formats.md").text())
        .contains(OptionTable.markdown(FormatOptions.class));
  }

  private static Map<String, Class<? extends Record>> types(
      Map<String, Class<? extends Record>> sources, Map<String, Class<? extends Record>> sinks) {
    Map<String, Class<? extends Record>> types = new TreeMap<>();
    sources.forEach((type, options) -> types.put("## Source: " + type, options));
    sinks.forEach((type, options) -> types.put("## Sink: " + type, options));
    return types;
  }

  private static String section(String heading, Class<? extends Record> options) {
    String table =
        OptionTable.markdown(options)
            .lines()
            .filter(line -> !line.startsWith("| `time.") && !FORMAT_ROWS.contains(line))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    return options.getRecordComponents().length == 0
        ? heading + "\n\nNo options.\n"
        : heading + "\n\n" + table;
  }

  @Test
  void settingsAreShownWithTheirOptions() throws IOException {
    assertThat(MarkdownPage.read("docs/pipeline.md").text())
        .contains(OptionTable.markdown(Settings.class));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPipelineOfAPageIsAnExampleOrLoads(MarkdownPage page) throws IOException {
    List<String> examples = examples();
    for (String block : page.blocks("yaml")) {
      if (block.contains("version:") || block.contains("tests:")) {
        assertThat(examples).contains(block);
      } else {
        assertThat(problems(block)).isEmpty();
      }
    }
  }

  /** What is wrong with a piece of a pipeline file, once the rest is added. */
  private static List<String> problems(String piece) {
    String whole = "version: 1\n" + piece;
    whole += piece.contains("sources:") ? "" : "sources: {in: {type: stdin}}\n";
    whole += piece.contains("sinks:") ? "" : "sinks: {none: {type: discard}}\n";
    Loaded loaded =
        PipelineFile.parse("page.yaml", whole, new ExternalValues(any -> "x", Map.of()));
    return loaded.problems().stream().map(Object::toString).toList();
  }

  @Test
  void everyExampleStandsOnAPageOrIsNamedThere() throws IOException {
    String all = MarkdownPage.all().stream().map(MarkdownPage::text).collect(Collectors.joining());

    for (Path example : exampleFiles()) {
      if (example.toString().endsWith(".test.yaml")) {
        continue;
      }
      assertThat(all).contains(MarkdownPage.ROOT.relativize(example).toString());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAFile(MarkdownPage page) {
    Path folder = MarkdownPage.ROOT.resolve(page.name()).resolveSibling("");

    assertThat(LINK.matcher(page.text()).results().map(link -> folder.resolve(link.group(1))))
        .allMatch(Files::exists);
  }

  /** Or else the tests of every pipeline and link have nothing to hold. */
  @Test
  void pagesHavePipelinesAndLinks() throws IOException {
    List<MarkdownPage> pages = pages();

    assertThat(pages.stream().flatMap(page -> page.blocks("yaml").stream())).hasSizeGreaterThan(20);
    assertThat(pages.stream().flatMap(page -> LINK.matcher(page.text()).results()))
        .hasSizeGreaterThan(50);
  }

  @Test
  void frontPagesAreShort() throws IOException {
    assertThat(MarkdownPage.read("README.md").text().lines().count()).isBetween(40L, 90L);
    assertThat(MarkdownPage.read("CONTRIBUTING.md").text().lines().count()).isLessThan(80L);
  }

  static List<MarkdownPage> pages() throws IOException {
    return MarkdownPage.all();
  }

  private static List<String> examples() throws IOException {
    return exampleFiles().stream().map(PagesTest::text).toList();
  }

  private static List<Path> exampleFiles() throws IOException {
    List<Path> examples = new ArrayList<>();
    for (String folder : List.of("conf/pipelines", "examples")) {
      try (Stream<Path> files = Files.walk(MarkdownPage.ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(examples::add);
      }
    }
    return examples;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
