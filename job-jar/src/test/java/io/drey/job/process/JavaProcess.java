// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java virtual machine of its own, which ends with this one at the latest. */
public final class JavaProcess {
  public static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String JCMD =
      Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
  private static final long PATIENCE_SECONDS = 20;
  private static final Set<Process> LIVING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(JavaProcess::killAll));
  }

  private final String name;
  private final Process process;

  private JavaProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /**
   * Starts one.
   *
   * @param log takes all that it prints, behind what is there
   * @param arguments of {@code java}
   */
  public static JavaProcess start(String name, Path log, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1"));
    command.add("-XX:+UseSerialGC");
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    LIVING.add(process);
    return new JavaProcess(name, process);
  }

  /** Kills all that have been started. */
  public static void killAll() {
    LIVING.forEach(Process::destroyForcibly);
    LIVING.clear();
  }

  /** How many bytes its objects take that are alive, once garbage is collected. */
  public long livingBytes() throws IOException, InterruptedException {
    Process histogram =
        new ProcessBuilder(JCMD, String.valueOf(process.pid()), "GC.class_histogram").start();
    try (Stream<String> lines = histogram.inputReader().lines()) {
      String total = lines.reduce((before, last) -> last).orElse("");
      if (!total.startsWith("Total") || histogram.waitFor() != 0) {
        throw new IOException("Failed to count the objects of " + this + ": " + total);
      }
      return Long.parseLong(total.substring(total.lastIndexOf(' ') + 1));
    }
  }

  /** Ends it at once, as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    LIVING.remove(process);
  }

  /** Asks it to end; after a while it is killed. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    LIVING.remove(process);
  }

  @Override
  public String toString() {
    return name + " (process " + process.pid() + ")";
  }
}
