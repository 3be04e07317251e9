// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.drey.jobs.local.TestingWay;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The program, as a process that works in a directory and keeps its temporary files there. */
final class TestingDrey implements AutoCloseable {
  /** What a process that has ended leaves behind. */
  record Ended(int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }

    String lastError() {
      List<String> lines = err.lines().toList();
      return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
  }

  private static final int PATIENCE_SECONDS = 150;

  /** Undoes what {@code nohup} and a background job of a script pass on: to ignore signals. */
  private static final List<String> WITH_DEFAULT_SIGNALS =
      List.of("env", "--default-signal=HUP,INT,QUIT,TERM");

  private final Path directory;
  private final Process process;
  private final Path out;
  private final Path err;

  private TestingDrey(Path directory, boolean pipesOutput, List<String> command)
      throws IOException {
    this.directory = directory;
    out = Files.createTempFile(directory, "stdout", "");
    err = Files.createTempFile(directory, "stderr", "");
    process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(pipesOutput ? Redirect.PIPE : Redirect.to(out.toFile()))
            .redirectError(err.toFile())
            .start();
  }

  /** Starts it; standard output goes to a file. */
  static TestingDrey start(Path directory, String... arguments) throws IOException {
    return new TestingDrey(directory, false, command(directory, "-Xmx1g", arguments));
  }

  /** Starts it with a pipe at its standard output, which {@link #output} reads. */
  static TestingDrey startPiped(Path directory, String... arguments) throws IOException {
    return new TestingDrey(directory, true, command(directory, "-Xmx1g", arguments));
  }

  /**
   * Starts it in a terminal of 80 columns, at which all its streams are: what is typed there is
   * fed, what is shown there is written.
   */
  static TestingDrey startInTerminal(Path directory, String... arguments) throws IOException {
    List<String> command = command(directory, "-Xmx1g", arguments);
    command.addAll(
        command.indexOf("-Xlog:disable"),
        List.of("-Ddrey.stdout.terminal=true", "-Ddrey.stderr.terminal=true", "-Ddrey.columns=80"));
    return new TestingDrey(
        directory,
        false,
        List.of("script", "-qfec", "stty cols 80 rows 24; exec " + quoted(command), "/dev/null"));
  }

  /** Runs it to its end, without input. */
  static Ended run(Path directory, String... arguments) throws Exception {
    try (TestingDrey drey = start(directory, arguments)) {
      return drey.await();
    }
  }

  /** Runs it to its end in a heap of some size. */
  static Ended runWith(Path directory, String heap, String... arguments) throws Exception {
    try (TestingDrey drey =
        new TestingDrey(directory, false, command(directory, heap, arguments))) {
      return drey.await();
    }
  }

  /** Runs it to its end with a limit that the shell sets. */
  static Ended runLimited(Path directory, String limit, String... arguments) throws Exception {
    String command =
        "ulimit " + limit + "; exec " + quoted(command(directory, "-Xmx1g", arguments));
    try (TestingDrey drey = new TestingDrey(directory, false, List.of("bash", "-c", command))) {
      return drey.await();
    }
  }

  private static String quoted(List<String> command) {
    return command.stream().map(word -> "'" + word + "'").collect(joining(" "));
  }

  private static List<String> command(Path directory, String heap, String... arguments)
      throws IOException {
    Files.createDirectories(temporary(directory));
    Path classPath = directory.resolve("tmp.classpath");
    Files.writeString(classPath, "-cp \"" + System.getProperty("java.class.path") + "\"");
    List<String> command = new ArrayList<>();
    if (hasGnuEnv()) {
      command.addAll(WITH_DEFAULT_SIGNALS);
    }
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(List.of(heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Xlog:disable", "-Djava.io.tmpdir=" + temporary(directory)));
    command.addAll(List.of("@" + classPath, Main.class.getName()));
    command.addAll(List.of(arguments));
    if (arguments[0].equals("run") && TestingWay.isCluster() && !command.contains("--cluster")) {
      command.add("--cluster");
    }
    return command;
  }

  private static boolean hasGnuEnv() throws IOException {
    List<String> command = new ArrayList<>(WITH_DEFAULT_SIGNALS);
    command.add("--version");
    Process env = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    return env.getInputStream().readAllBytes().length > 0;
  }

  /** Where a process puts its temporary files. */
  static Path temporary(Path directory) {
    return directory.resolve("tmp");
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  TestingDrey feed(String input) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write(input.getBytes(UTF_8));
    in.flush();
    return this;
  }

  InputStream output() {
    return process.getInputStream();
  }

  /** What it has said so far. */
  String written() throws IOException {
    return Files.readString(out);
  }

  String said() throws IOException {
    return Files.readString(err);
  }

  void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }

  /** Ends it as a loss of power would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits until something can be seen of the process from outside, or it has ended. */
  void awaitUntil(BooleanSupplier seen) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive() && !seen.getAsBoolean() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Closes its input and waits for its end. */
  Ended await() throws Exception {
    process.getOutputStream().close();
    return awaitWithoutEndOfInput();
  }

  Ended awaitWithoutEndOfInput() throws Exception {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      kill();
      throw new AssertionError("Still running: " + directory + "\n" + said());
    }
    return new Ended(process.exitValue(), written(), said());
  }

  @Override
  public void close() throws Exception {
    kill();
  }
}
