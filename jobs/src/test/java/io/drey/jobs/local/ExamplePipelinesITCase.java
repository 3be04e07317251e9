// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pages.MarkdownPage;
import io.drey.jobs.pages.TestingExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every file of {@code conf/pipelines} on its sample. What it prints, the files it writes and
 * how many events each sink took lie in {@code examples/<name>}; {@code -Ddrey.write=true} puts
 * them there.
 */
@Timeout(120)
class ExamplePipelinesITCase {
  private static final Path EXPECTED =
      MarkdownPage.ROOT.resolve("jobs/src/test/resources/examples");

  /** A run without a cluster writes the same events in the same order every time. */
  @ParameterizedTest
  @MethodSource("examples")
  void writesTheSameOnAClusterAndWithout(String example, @TempDir Path folder) throws Exception {
    Map<String, String> without = run(example, folder, "without", RunOptions.PLAIN);

    assertThat(run(example, folder, "again", RunOptions.PLAIN)).isEqualTo(without);
    assertThat(run(example, folder, "cluster", RunOptions.PLAIN.onACluster())).isEqualTo(without);
  }

  private static Map<String, String> run(
      String example, Path folder, String name, RunOptions options) throws Exception {
    return TestingExample.run(example, Files.createDirectory(folder.resolve(name)), options);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void writesWhatIsExpected(String example, @TempDir Path folder) throws Exception {
    Map<String, String> written = TestingExample.run(example, folder);

    if (Boolean.getBoolean("drey.write")) {
      write(EXPECTED.resolve(example), written);
    }
    assertThat(written).isEqualTo(TestingExample.texts(EXPECTED.resolve(example)));
  }

  private static void write(Path folder, Map<String, String> texts) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(folder.resolve(text.getKey()), text.getValue());
    }
  }

  /** A script of the recipes is held against its operator: see RecipesITCase. */
  static List<String> examples() throws IOException {
    return TestingExamples.names().stream().filter(name -> !RecipesITCase.isScript(name)).toList();
  }
}
