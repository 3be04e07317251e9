// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.output;

import io.drey.jobs.text.TextFit;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Where a command writes: data to {@code out}, everything else to {@code err}.
 *
 * @param outIsTerminal whether {@code out} is a terminal
 * @param errIsTerminal whether {@code err} is a terminal
 * @param columns the width of the terminal that they are; {@link #UNKNOWN} if it is not known
 * @param hasStyles whether the terminal is to show bold, dimmed and coloured text
 */
public record Terminal(
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns,
    boolean hasStyles) {
  /** A width that nothing is fitted to. */
  public static final int UNKNOWN = Integer.MAX_VALUE;

  private static final int INDENT = 2;

  /** No terminal at all. */
  public static final Terminal NOWHERE =
      new Terminal(
          new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false, false);

  /** Streams without a known width and without styles. */
  public Terminal(PrintWriter out, PrintWriter err, boolean outIsTerminal, boolean errIsTerminal) {
    this(out, err, outIsTerminal, errIsTerminal, UNKNOWN, false);
  }

  /** The streams of this process; the launcher passes on what they are connected to. */
  public static Terminal ofProcess(PrintWriter out, PrintWriter err) {
    return new Terminal(
        out,
        err,
        Boolean.getBoolean("drey.stdout.terminal"),
        Boolean.getBoolean("drey.stderr.terminal"),
        columns(Integer.getInteger("drey.columns", 0)),
        System.getenv().getOrDefault("NO_COLOR", "").isEmpty());
  }

  /** Whether standard input is a terminal, where nobody may have typed anything. */
  public static boolean inIsTerminal() {
    return Boolean.getBoolean("drey.stdin.terminal");
  }

  /** A terminal that does not know its width says 0. */
  private static int columns(int reported) {
    return reported > 0 ? reported : UNKNOWN;
  }

  /** The width of {@code out}. */
  public int outColumns() {
    return outIsTerminal ? columns : UNKNOWN;
  }

  /** The width of {@code err}. */
  public int errColumns() {
    return errIsTerminal ? columns : UNKNOWN;
  }

  /** A text as {@code out} shows it in a style. */
  public String styledOut(Style style, String text) {
    return outIsTerminal && hasStyles ? style.of(text) : text;
  }

  /** A text as {@code err} shows it in a style. */
  public String styledErr(Style style, String text) {
    return errIsTerminal && hasStyles ? style.of(text) : text;
  }

  /** Prints a line on {@code err}, which goes on in the next one rather than break a word. */
  public void tell(String text) {
    TextFit.wholeWords(text, errColumns(), INDENT).forEach(err::println);
  }

  /** Prints an error, which is the last line of standard error. */
  public void error(String message) {
    tell("drey: " + message);
    err.flush();
  }
}
