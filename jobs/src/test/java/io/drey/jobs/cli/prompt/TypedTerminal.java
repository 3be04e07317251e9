// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A terminal in which {@code drey eval} runs, with its state in a directory. */
final class TypedTerminal implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final Path shown;
  private final Process process;
  private int read;

  private TypedTerminal(Path directory, String type, String arguments) throws IOException {
    shown = Files.createTempFile(directory, "shown", "");
    Path classPath = directory.resolve("classpath");
    Files.writeString(classPath, "-cp \"" + System.getProperty("java.class.path") + "\"");
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    String flags =
        "-XX:TieredStopAtLevel=1 -Ddrey.stdin.terminal=true -Ddrey.stdout.terminal=true"
            + " -Ddrey.stderr.terminal=true -Djava.io.tmpdir="
            + directory;
    String command =
        "exec '%s' %s '@%s' io.drey.jobs.cli.Main eval %s"
            .formatted(java, flags, classPath, arguments);
    ProcessBuilder builder =
        new ProcessBuilder("script", "-qfec", "stty cols 80 rows 24; " + command, "/dev/null");
    builder.environment().put("TERM", type);
    builder.environment().put("XDG_STATE_HOME", directory.resolve("state").toString());
    process = builder.directory(directory.toFile()).redirectOutput(shown.toFile()).start();
  }

  static TypedTerminal open(Path directory, String type, String arguments) throws IOException {
    return new TypedTerminal(directory, type, arguments);
  }

  /** Types on the keyboard. */
  TypedTerminal type(String keys) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write(keys.getBytes(UTF_8));
    in.flush();
    return this;
  }

  /** Waits until a text is shown, behind those that were waited for before. */
  TypedTerminal await(String text) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    int at = shown().indexOf(text, read);
    while (at < 0 && process.isAlive() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      at = shown().indexOf(text, read);
    }
    if (at < 0) {
      throw new AssertionError("Not shown: " + text + "\n" + shown());
    }
    read = at + text.length();
    return this;
  }

  /** All that was shown, without what moves the cursor. */
  String shown() {
    try {
      return Files.readString(shown).replaceAll("\u001b(\\[[0-9;?]*[A-Za-z]|[=>])", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("Still running:\n" + shown());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
