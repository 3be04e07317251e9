// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.test;

import io.drey.jobs.cli.output.Style;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.text.TextFit;
import java.util.ArrayList;
import java.util.List;

/**
 * Two columns with a mark before each row, no wider than the terminal: what is wide goes on below.
 */
final class SideBySide {
  private static final String INDENT = "    ";
  private static final String GAP = "   ";

  /** A column narrower than this cannot be read. */
  private static final int LEAST = 16;

  private record Row(char mark, String left, String right) {
    boolean differs() {
      return mark != ' ';
    }
  }

  private final Terminal terminal;
  private final List<Row> rows = new ArrayList<>();

  SideBySide(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * @param mark a space for a row on which nothing is wrong
   */
  void add(char mark, String left, String right) {
    rows.add(new Row(mark, TextFit.printable(left), TextFit.printable(right)));
  }

  List<String> lines() {
    int left = rows.stream().mapToInt(row -> TextFit.width(row.left())).max().orElse(0);
    int right = rows.stream().mapToInt(row -> TextFit.width(row.right())).max().orElse(0);
    int room = terminal.outColumns() - INDENT.length() - GAP.length();
    if (terminal.outColumns() != Terminal.UNKNOWN && left + right > room) {
      int half = Math.max(LEAST, room / 2);
      left = Math.max(Math.min(left, half), room - Math.max(right, LEAST));
      left = Math.max(left, LEAST);
      right = Math.max(LEAST, room - left);
    }
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      for (String line : lines(row, left, right)) {
        lines.add(terminal.styledOut(row.differs() ? Style.BAD : Style.DIMMED, line));
      }
    }
    return lines;
  }

  private static List<String> lines(Row row, int left, int right) {
    List<String> lefts = TextFit.lines(row.left(), left, 0);
    List<String> rights = TextFit.lines(row.right(), right, 0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(lefts.size(), rights.size()); i++) {
      String one = i < lefts.size() ? lefts.get(i) : "";
      String other = i < rights.size() ? rights.get(i) : "";
      String mark = i == 0 ? "  " + row.mark() + " " : INDENT;
      String rest = " ".repeat(Math.max(0, left - TextFit.width(one)));
      lines.add((mark + one + rest + GAP + other).stripTrailing());
    }
    return lines;
  }
}
