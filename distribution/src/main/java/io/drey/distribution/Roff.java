// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.distribution;

/** Text of a manual page in roff, with the macros of man(7). */
final class Roff {
  private final StringBuilder text = new StringBuilder();

  /** Adds a line that is a request or a macro, as it is. */
  Roff line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** Starts a section. */
  Roff section(String heading) {
    return line(".SH \"" + escaped(heading) + "\"");
  }

  /** Adds lines of running text. */
  Roff paragraph(String plain) {
    plain.lines().map(Roff::running).forEach(this::line);
    return this;
  }

  /** Adds a term, in roff already, and what it stands for. */
  Roff entry(String term, String plain) {
    return line(".TP").line(term).paragraph(plain);
  }

  /** Adds lines that stay as they are. */
  Roff verbatim(String plain) {
    line(".nf");
    paragraph(plain);
    return line(".fi");
  }

  static String bold(String plain) {
    return "\\fB" + escaped(plain) + "\\fR";
  }

  static String italic(String plain) {
    return "\\fI" + escaped(plain) + "\\fR";
  }

  /** Returns text in which nothing has a meaning to roff; quotes and hyphens stay what is typed. */
  static String escaped(String plain) {
    return plain
        .replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("`", "\\(ga")
        .replace("^", "\\(ha")
        .replace("~", "\\(ti")
        .replace("\"", "\\(dq")
        .replace("…", "...");
  }

  /** A dot at the start of a line would be a request. */
  private static String running(String plain) {
    return (plain.startsWith(".") ? "\\&" : "") + escaped(plain);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
