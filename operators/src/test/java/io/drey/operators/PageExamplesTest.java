// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java and the POMs that pages show are those of tests and examples, which compile. */
class PageExamplesTest {
  private static final Path ROOT = Path.of(System.getProperty("drey.root"));
  private static final Pattern BLOCK = Pattern.compile("```(?:java|xml)\n(.*?)```", Pattern.DOTALL);

  private static final List<String> SHOWN =
      List.of("operators/src/test/java", "operators-testing/src/test/java", "examples/flink-job");

  @ParameterizedTest
  @MethodSource("pages")
  void showsWhatATestHas(Path page) throws IOException {
    String text = read(page);
    String java = text.substring(Math.max(text.indexOf("\n## Java\n"), 0));

    List<MatchResult> blocks = BLOCK.matcher(java).results().toList();

    String examples = examples();
    assertThat(blocks)
        .isNotEmpty()
        .allSatisfy(block -> assertThat(examples).contains(flush(block.group(1))));
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/operators"))) {
      Stream<Path> operators = pages.sorted().filter(PageExamplesTest::showsJava);
      Stream<Path> others =
          Stream.of("docs/java.md", "docs/testing-operators.md").map(ROOT::resolve);
      return Stream.concat(operators, others).toList();
    }
  }

  private static boolean showsJava(Path page) {
    return read(page).contains("\n## Java\n");
  }

  private static String examples() throws IOException {
    StringBuilder examples = new StringBuilder();
    for (String folder : SHOWN) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        files
            .filter(file -> file.toString().matches(".*\\.(java|xml)"))
            .map(file -> flush(read(file)))
            .forEach(examples::append);
      }
    }
    return examples.toString();
  }

  /** Without the indentation. */
  private static String flush(String text) {
    return text.replaceAll("(?m)^ +", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
