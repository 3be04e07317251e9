// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.howto;

import io.drey.jobs.function.TestingJar;
import io.drey.state.sample.OldSnapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of a job, compiled against some version of Flink. */
final class JobClasses {
  private JobClasses() {}

  /** Runs {@code javac}: the folders with the jars of a Flink are class paths of this JVM. */
  static String compile(List<String> command) throws IOException {
    Stream.Builder<String> arguments = Stream.builder();
    for (String word : command.subList(1, command.size())) {
      if (word.endsWith("*.java")) {
        sources(Path.of(word).resolveSibling("")).forEach(arguments::add);
      } else {
        arguments.add(
            word.replace("flink/lib/*", System.getProperty("java.class.path"))
                .replace("flink-1.20.5/lib/*", OldSnapshots.classPath()));
      }
    }
    TestingJar.run("javac", arguments.build().toArray(String[]::new));
    return "";
  }

  private static List<String> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().toList();
    }
  }
}
