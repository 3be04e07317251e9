// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of {@code conf/pipelines} and below, by their names without {@code .yaml}. */
public final class TestingExamples {
  private static final Path FOLDER = MarkdownPage.ROOT.resolve("conf/pipelines");
  private static final String SUFFIX = ".yaml";
  private static final String TESTS = ".test.yaml";

  private TestingExamples() {}

  /** All of them: {@code first-requests}, {@code recipes/numbering}. */
  public static List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .map(file -> FOLDER.relativize(file).toString())
          .filter(name -> name.endsWith(SUFFIX) && !name.endsWith(TESTS))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  /** The path of one from the root of the checkout. */
  public static String path(String name) {
    return "conf/pipelines/" + name + SUFFIX;
  }
}
