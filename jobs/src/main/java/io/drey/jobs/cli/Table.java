// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.text.TextFit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A table for people, no wider than the terminal: sentences continue in the next line, other cells
 * are shortened in the middle, numbers are whole. Where that leaves too little of each column,
 * every row is a block with a line for each of its cells.
 */
final class Table {
  private static final int GAP = 2;
  private static final String LABEL_END = "  ";

  private final List<String> columns;
  private final List<List<String>> rows;
  private final Predicate<List<String>> isMinor;
  private final Terminal terminal;

  /**
   * Makes a table.
   *
   * @param isMinor tells the rows that are shown last, dimmed
   */
  Table(
      List<String> columns,
      List<List<String>> rows,
      Predicate<List<String>> isMinor,
      Terminal terminal) {
    this.columns = columns;
    this.rows =
        Stream.concat(rows.stream().filter(isMinor.negate()), rows.stream().filter(isMinor))
            .toList();
    this.isMinor = isMinor;
    this.terminal = terminal;
  }

  List<String> lines() {
    List<TableColumn> shown = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      List<String> cells = rows.stream().map(row -> TextFit.printable(row.get(column))).toList();
      shown.add(TableColumn.of(columns.get(i), cells));
    }
    int room = terminal.outColumns() - GAP * (columns.size() - 1);
    if (!ColumnWidths.fit(shown, room)) {
      return blocks();
    }
    List<String> lines = new ArrayList<>(inColumns(columns, shown));
    for (List<String> row : rows) {
      inColumns(row, shown).forEach(line -> lines.add(styled(row, line)));
    }
    return lines;
  }

  private static List<String> inColumns(List<String> row, List<TableColumn> shown) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      cells.add(shown.get(i).fitted(TextFit.printable(row.get(i))));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        String part = line < cells.get(i).size() ? cells.get(i).get(line) : "";
        int rest = shown.get(i).width() + GAP - TextFit.width(part);
        text.append(part).append(" ".repeat(Math.max(0, rest)));
      }
      lines.add(text.toString().stripTrailing());
    }
    return lines;
  }

  /** A line for each cell that is not empty, and an empty line between two rows. */
  private List<String> blocks() {
    int label = columns.stream().mapToInt(TextFit::width).max().orElse(0);
    int room = Math.max(1, terminal.outColumns() - label - LABEL_END.length());
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      for (int i = 0; i < row.size(); i++) {
        String text = TextFit.printable(row.get(i));
        String before = columns.get(i) + " ".repeat(label - TextFit.width(columns.get(i)));
        for (String part : text.isEmpty() ? List.<String>of() : TextFit.lines(text, room, 0)) {
          lines.add(styled(row, before + LABEL_END + part));
          before = " ".repeat(label);
        }
      }
    }
    return lines;
  }

  private String styled(List<String> row, String line) {
    return isMinor.test(row) ? terminal.styledOut(Style.DIMMED, line) : line;
  }
}
