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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java that the operators' pages show is that of their example tests, which compile. */
class PageExamplesTest {
  private static final Path ROOT = Path.of(System.getProperty("drey.root"));
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @ParameterizedTest
  @MethodSource("pages")
  void showsWhatATestHas(Path page) throws IOException {
    String text = read(page);
    String java = text.substring(text.indexOf("\n## Java\n"));

    List<MatchResult> blocks = BLOCK.matcher(java).results().toList();

    String examples = examples();
    assertThat(blocks)
        .isNotEmpty()
        .allSatisfy(block -> assertThat(examples).contains(flush(block.group(1))));
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/operators"))) {
      List<Path> all = pages.sorted().toList();
      return all.stream().filter(PageExamplesTest::showsJava).toList();
    }
  }

  private static boolean showsJava(Path page) {
    return read(page).contains("\n## Java\n");
  }

  private static String examples() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("operators/src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .map(file -> flush(read(file)))
          .collect(Collectors.joining());
    }
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
