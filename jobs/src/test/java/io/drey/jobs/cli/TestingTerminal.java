// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.output.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs commands in this process and keeps what they print. */
final class TestingTerminal {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final boolean isTerminal;
  private final int columns;

  TestingTerminal(boolean isTerminal) {
    this.isTerminal = isTerminal;
    this.columns = Terminal.UNKNOWN;
  }

  /** A terminal of that width. */
  TestingTerminal(int columns) {
    this.isTerminal = true;
    this.columns = columns;
  }

  /** Runs a command as if its output went to a file. */
  static TestingDrey.Ended run(String... arguments) {
    return new TestingTerminal(false).execute(arguments);
  }

  TestingDrey.Ended execute(String... arguments) {
    Terminal terminal =
        new Terminal(
            new PrintWriter(out), new PrintWriter(err), isTerminal, isTerminal, columns, false);
    int exit = Main.execute(terminal, arguments);
    return new TestingDrey.Ended(exit, out.toString(), err.toString());
  }
}
