// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program, as a process that works in a directory. */
final class TestingDrey implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S*");
  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path out;
  private final BufferedReader err;
  private final List<String> messages = new ArrayList<>();

  private TestingDrey(Path directory, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    // a background job of a script passes on that SIGINT is ignored
    command.addAll(List.of("env", "--default-signal=INT,TERM"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("io.drey.state.cli.Main");
    command.addAll(arguments);
    out = Files.createTempFile(directory, "stdout", "");
    process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(Redirect.to(out.toFile()))
            .start();
    process.getOutputStream().close();
    err = process.errorReader();
  }

  /** Starts it. */
  static TestingDrey start(Path directory, String... arguments) throws IOException {
    return new TestingDrey(directory, List.of(arguments));
  }

  /** Runs it to its end, which must be a success, and returns its standard output. */
  static String run(Path directory, String... arguments) throws IOException {
    try (TestingDrey drey = start(directory, arguments)) {
      if (drey.exit() != 0) {
        throw new IllegalStateException(String.join("\n", drey.messages));
      }
      return Files.readString(drey.out);
    }
  }

  /** The first address that it tells. */
  String address() throws IOException {
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      messages.add(line);
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return address.group();
      }
    }
    throw new IllegalStateException("No address was told:\n" + String.join("\n", messages));
  }

  /** Ctrl-C. */
  void interrupt() throws IOException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).inheritIO().start();
  }

  /** Its exit code, when it has ended. */
  int exit() {
    err.lines().forEach(messages::add);
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Still running:\n" + String.join("\n", messages));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return process.exitValue();
  }

  /** What it has told so far. */
  List<String> messages() {
    return messages;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      err.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
