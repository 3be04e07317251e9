// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What a program in a JVM of its own has ended with.
 *
 * @param out the lines it printed
 * @param err the lines it printed as errors
 */
public record ForkedJvm(int exit, List<String> out, List<String> err) {
  /** This JVM's class path without classes of tests. */
  public static String classPathWithoutTests() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("tests.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Runs a program to its end.
   *
   * @param program a main class and its arguments, perhaps behind options of the JVM
   */
  public static ForkedJvm run(String classPath, List<String> program)
      throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("forked");
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-cp");
    command.add(classPath);
    command.addAll(program);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      return new ForkedJvm(
          process.exitValue(), Files.readAllLines(out, UTF_8), Files.readAllLines(err, UTF_8));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
      Files.delete(directory);
    }
  }
}
