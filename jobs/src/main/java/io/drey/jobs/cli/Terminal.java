package io.drey.jobs.cli;

import java.io.PrintWriter;

/**
 * Where a command writes: data to {@code out}, everything else to {@code err}.
 *
 * @param outIsTerminal whether a person reads the data as it comes
 * @param errIsTerminal whether a person reads the rest as it comes
 */
public record Terminal(
    PrintWriter out, PrintWriter err, boolean outIsTerminal, boolean errIsTerminal) {
  /** This process's own streams; the launcher says what they are connected to. */
  static Terminal ofProcess(PrintWriter out, PrintWriter err) {
    return new Terminal(
        out,
        err,
        Boolean.getBoolean("drey.stdout.terminal"),
        Boolean.getBoolean("drey.stderr.terminal"));
  }

  /** Says what went wrong, as the last line of standard error does. */
  public void error(String message) {
    err.println("drey: " + message);
    err.flush();
  }
}
