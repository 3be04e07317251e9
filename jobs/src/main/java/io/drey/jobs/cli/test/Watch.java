// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for changes of files that decide on tests. */
final class Watch {
  private static final long LOOK_EVERY_MILLIS = 250;

  /** What is said of a file that is not there. */
  private static final String NONE = "";

  /** The files that decide on the tests of each test file. */
  private final Map<Path, Set<Path>> files = new LinkedHashMap<>();

  private final Map<Path, String> states = new HashMap<>();

  /** Watches a test file that was read, with all that decides on its tests. */
  void add(Path tests, Set<Path> read) {
    files.put(tests, read);
  }

  /** The number of files that are watched. */
  long size() {
    return files.values().stream().flatMap(Set::stream).distinct().count();
  }

  /** Notes the states of all files; what changes from now on is a change. */
  void start() {
    files.values().stream().flatMap(Set::stream).forEach(file -> states.put(file, state(file)));
  }

  /**
   * Waits for a change, and returns the test files that it concerns.
   *
   * @param found lists the test files that there are
   */
  List<Path> await(Supplier<List<Path>> found) throws InterruptedException {
    while (true) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      List<Path> due = existing(found).stream().filter(this::isDue).toList();
      if (!due.isEmpty()) {
        return due;
      }
    }
  }

  /** For a moment an editor may have deleted the only one. */
  private static List<Path> existing(Supplier<List<Path>> found) {
    try {
      return found.get();
    } catch (IllegalArgumentException noneNow) {
      return List.of();
    }
  }

  private boolean isDue(Path tests) {
    Set<Path> read = files.get(tests);
    return read == null || read.stream().anyMatch(file -> !state(file).equals(states.get(file)));
  }

  private static String state(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.lastModifiedTime() + " " + now.size() + " " + Objects.toString(now.fileKey(), "");
    } catch (IOException e) {
      return NONE;
    }
  }
}
