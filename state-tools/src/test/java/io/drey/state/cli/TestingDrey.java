// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.output.Terminal;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.flink.configuration.CoreOptions;

/** Runs commands in this JVM and keeps what they print. */
final class TestingDrey {
  static {
    // Flink keeps the directory for temporary files that it finds first: not that of a run
    CoreOptions.TMP_DIRS.defaultValue();
    keepTemporaryDirectory();
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final boolean isTerminal;
  private final int columns;

  TestingDrey() {
    this.isTerminal = false;
    this.columns = Terminal.UNKNOWN;
  }

  /** A terminal of that width. */
  TestingDrey(int columns) {
    this.isTerminal = true;
    this.columns = columns;
  }

  /** Java, too, keeps the one that it finds first, in which RocksDB puts its library. */
  private static void keepTemporaryDirectory() {
    try {
      Files.delete(File.createTempFile("first", null).toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs one, and tells its exit code. */
  int run(String... arguments) {
    Terminal terminal =
        new Terminal(
            new PrintWriter(out), new PrintWriter(err), isTerminal, isTerminal, columns, true);
    // a run has one of its own, and deletes it
    String temporary = System.getProperty("java.io.tmpdir");
    try {
      return io.drey.jobs.cli.Main.execute(terminal, Main.COMMANDS, arguments);
    } finally {
      System.setProperty("java.io.tmpdir", temporary);
    }
  }

  /** Forgets what was printed. */
  void clear() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
  }

  /** What all of them printed. */
  String out() {
    return out.toString();
  }

  List<String> lines() {
    return out().lines().toList();
  }

  String err() {
    return err.toString();
  }
}
