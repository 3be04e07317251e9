// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.howto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.state.sample.ForkedJvm;
import io.drey.state.sample.OldSnapshots;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A Flink of some version in a process of its own: a cluster, and the command {@code flink}. */
final class FlinkProcess implements AutoCloseable {
  private static final String END = "exit code: ";
  private static final int SECONDS = 100;

  private final Process process;
  private final BufferedWriter commands;
  private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();

  private FlinkProcess(String classPath) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(OldSnapshots.OPTIONS);
    command.addAll(List.of("-cp", classPath, "io.drey.flink120.ClientMain"));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    commands = process.outputWriter(UTF_8);
    Thread reader = new Thread(() -> read(process.inputReader(UTF_8)), "flink");
    reader.setDaemon(true);
    reader.start();
  }

  /** That of the module flink-1.20. */
  static FlinkProcess ofVersion1() throws IOException {
    return new FlinkProcess(OldSnapshots.classPath());
  }

  /** That of this JVM's class path. */
  static FlinkProcess ofVersion2() throws IOException {
    return new FlinkProcess(OldSnapshots.classes() + ":" + ForkedJvm.classPathWithoutTests());
  }

  private void read(BufferedReader output) {
    try (output) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        printed.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a command of {@code flink} to its end.
   *
   * @return the lines that it prints, errors too
   */
  List<String> run(List<String> arguments) throws IOException, InterruptedException {
    commands.write(String.join("\t", arguments));
    commands.newLine();
    commands.flush();
    List<String> lines = new ArrayList<>();
    while (true) {
      String line = printed.poll(SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new IOException("Does not end: flink " + arguments + "\n" + String.join("\n", lines));
      }
      if (line.startsWith(END)) {
        return lines;
      }
      lines.add(line);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    commands.close();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
