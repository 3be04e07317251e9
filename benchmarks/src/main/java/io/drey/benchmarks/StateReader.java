// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** Something that reads a savepoint. */
enum StateReader {
  DREY("Drey") {
    @Override
    List<String> command(Workshop workshop, Backend backend, Path savepoint, Path directory) {
      return drey(workshop, savepoint, List.of());
    }

    @Override
    Path output(Path directory) {
      return directory.resolve("log");
    }
  },
  STATE_PROCESSOR("State Processor API") {
    @Override
    List<String> command(Workshop workshop, Backend backend, Path savepoint, Path directory) {
      return Fork.java(
          List.of("-Xmx4g", "-XX:+UseParallelGC", "-Djava.io.tmpdir=" + directory),
          List.of(
              VisitorsByProcessor.class.getName(),
              savepoint.toString(),
              backend.name(),
              output(directory).toString()));
    }

    @Override
    Path output(Path directory) {
      return directory.resolve("out");
    }
  },

  /** The bytes alone. */
  CAT("cat") {
    @Override
    List<String> command(Workshop workshop, Backend backend, Path savepoint, Path directory) {
      return List.of("sh", "-c", "cat \"$0\"/*", savepoint.toString());
    }

    @Override
    Path output(Path directory) {
      return directory.resolve("log");
    }
  };

  private final String title;

  StateReader(String title) {
    this.title = title;
  }

  static List<String> drey(Workshop workshop, Path savepoint, List<String> flags) {
    return List.of(
        "env",
        "DREY_JAVA_OPTS=-Xmx512m " + String.join(" ", flags),
        workshop.root().resolve("bin/drey").toString(),
        "state",
        "read",
        savepoint.toString(),
        "--operator",
        VisitorsMain.OPERATOR);
  }

  String title() {
    return title;
  }

  abstract List<String> command(Workshop workshop, Backend backend, Path savepoint, Path directory);

  /** Where it writes what it reads. */
  abstract Path output(Path directory);
}
