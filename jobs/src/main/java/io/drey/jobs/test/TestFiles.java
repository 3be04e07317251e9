// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds files with tests: {@code latency.test.yaml} beside {@code latency.yaml}. */
public final class TestFiles {
  private static final String SUFFIX = ".test.yaml";

  private TestFiles() {}

  /** Whether a file has tests, by its name. */
  public static boolean isTestFile(Path file) {
    return String.valueOf(file.getFileName()).endsWith(SUFFIX);
  }

  /** The pipeline beside a file with tests. */
  static Path pipelineOf(Path tests) {
    String name = String.valueOf(tests.getFileName());
    int end = isTestFile(tests) ? name.length() - SUFFIX.length() : name.lastIndexOf('.');
    return tests.resolveSibling(name.substring(0, Math.max(end, 0)) + ".yaml");
  }

  /**
   * The test files of arguments, each once: a test file, a pipeline with tests beside it, or a
   * folder with test files in it or below.
   *
   * @throws IllegalArgumentException if one leads to none
   */
  public static List<Path> of(List<Path> arguments) throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    for (Path argument : arguments) {
      List<Path> files = of(argument);
      if (files.isEmpty()) {
        throw new IllegalArgumentException("Cannot find tests: " + why(argument));
      }
      found.addAll(files);
    }
    return new ArrayList<>(found);
  }

  private static List<Path> of(Path argument) throws IOException {
    if (Files.isDirectory(argument)) {
      return below(argument);
    }
    Path tests = isTestFile(argument) ? argument : testsOf(argument);
    return Files.isRegularFile(tests) ? List.of(tests) : List.of();
  }

  private static Path testsOf(Path pipeline) {
    String name = String.valueOf(pipeline.getFileName()).replaceFirst("\\.ya?ml$", "");
    return pipeline.resolveSibling(name + SUFFIX);
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> isTestFile(file) && Files.isRegularFile(file)).sorted().toList();
    }
  }

  private static String why(Path argument) {
    if (Files.isDirectory(argument)) {
      return "no *" + SUFFIX + " in '" + argument + "' or below";
    }
    if (Files.notExists(argument) || isTestFile(argument)) {
      return "no such file '" + argument + "'";
    }
    return "no file '" + testsOf(argument) + "' beside '" + argument + "'";
  }
}
