// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import java.io.PrintWriter;

/**
 * Where a command writes: data to {@code out}, everything else to {@code err}.
 *
 * @param outIsTerminal whether {@code out} is a terminal
 * @param errIsTerminal whether {@code err} is a terminal
 */
public record Terminal(
    PrintWriter out, PrintWriter err, boolean outIsTerminal, boolean errIsTerminal) {
  /** The streams of this process; the launcher passes on what they are connected to. */
  static Terminal ofProcess(PrintWriter out, PrintWriter err) {
    return new Terminal(
        out,
        err,
        Boolean.getBoolean("drey.stdout.terminal"),
        Boolean.getBoolean("drey.stderr.terminal"));
  }

  /** Prints an error, which is the last line of standard error. */
  public void error(String message) {
    err.println("drey: " + message);
    err.flush();
  }
}
