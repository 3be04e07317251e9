// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of problem has a file, with the lines a user sees in the {@code .expected} beside. */
class ProblemFilesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("drey.root"), "jobs/src/test/resources/problems");

  @ParameterizedTest
  @MethodSource("files")
  void reportsExactlyTheLinesExpected(String file) throws IOException {
    Path expected = FOLDER.resolve(file.replace(".yaml", ".expected"));
    String lines = lines(PipelineFile.load(FOLDER.resolve(file), Map.of("DAY", "monday")));
    if (Boolean.getBoolean("drey.write")) {
      Files.writeString(expected, lines);
    }

    assertThat(lines).isEqualTo(Files.readString(expected));
  }

  private static String lines(Loaded loaded) {
    return loaded.problems().stream()
        .map(problem -> problem.toString().replace(FOLDER + "/", "") + "\n")
        .collect(Collectors.joining());
  }

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }
}
