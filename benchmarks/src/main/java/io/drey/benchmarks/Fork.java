// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that is waited for. */
final class Fork {
  private static final int LIMIT_MINUTES = 15;
  private static final int SHOWN_LINES = 40;

  private Fork() {}

  /** The command of a JVM, which gets this one's class path unless it says another. */
  static List<String> java(List<String> flags, List<String> program) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(program);
    return command;
  }

  /**
   * Runs a command.
   *
   * @param log takes its output
   * @return its wall-clock time in seconds
   * @throws IOException if it fails, with the end of its output
   */
  static double run(List<String> command, Path log) throws IOException, InterruptedException {
    long start = System.nanoTime();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(LIMIT_MINUTES, MINUTES)) {
      process.destroyForcibly().waitFor();
      throw new IOException("Failed to run " + command + ": not done in 15 minutes");
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException("Failed to run " + command + " (log: " + log + "):\n" + endOf(log));
    }
    return seconds;
  }

  private static String endOf(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    int from = Math.max(0, lines.size() - SHOWN_LINES);
    return String.join("\n", lines.subList(from, lines.size()));
  }
}
