// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.output;

import io.drey.jobs.text.TextFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A table for people, no wider than the terminal: sentences continue in the next line, other cells
 * are shortened in the middle, numbers, ids of jobs and URIs are whole. Where that leaves too
 * little of each column, every row is a block with a line for each of its cells.
 */
final class Table {
  private static final int GAP = 2;
  private static final String LABEL_END = "  ";

  private final List<String> columns;
  private final List<List<String>> rows;
  private final int majorRows;
  private final Terminal terminal;

  private Table(List<String> columns, List<List<String>> rows, int majorRows, Terminal terminal) {
    this.columns = columns;
    this.rows = rows;
    this.majorRows = majorRows;
    this.terminal = terminal;
  }

  /**
   * Makes a table.
   *
   * @param isMinor tells the rows that are shown last, dimmed
   */
  static Table of(
      List<String> columns,
      List<List<String>> rows,
      Predicate<List<String>> isMinor,
      Terminal terminal) {
    List<List<String>> sorted = new ArrayList<>(rows);
    sorted.removeIf(isMinor);
    int majorRows = sorted.size();
    rows.stream().filter(isMinor).forEach(sorted::add);
    return new Table(columns, sorted, majorRows, terminal);
  }

  List<String> lines() {
    List<TableColumn> whole = IntStream.range(0, columns.size()).mapToObj(this::column).toList();
    return width(whole) <= terminal.outColumns()
        ? inColumns(whole)
        : withoutEmptyColumns().fitted();
  }

  private Table withoutEmptyColumns() {
    int[] filled =
        IntStream.range(0, columns.size())
            .filter(i -> rows.stream().anyMatch(row -> !row.get(i).isEmpty()))
            .toArray();
    List<List<String>> cells = rows.stream().map(row -> only(filled, row)).toList();
    return new Table(only(filled, columns), cells, majorRows, terminal);
  }

  private static List<String> only(int[] indexes, List<String> cells) {
    return Arrays.stream(indexes).mapToObj(cells::get).toList();
  }

  private List<String> fitted() {
    List<TableColumn> shown = IntStream.range(0, columns.size()).mapToObj(this::column).toList();
    int room = terminal.outColumns() - GAP * (columns.size() - 1);
    return ColumnWidths.fit(shown, room) ? inColumns(shown) : blocks();
  }

  private TableColumn column(int index) {
    List<String> cells = rows.stream().map(row -> TextFit.printable(row.get(index))).toList();
    return TableColumn.of(columns.get(index), cells);
  }

  private static int width(List<TableColumn> shown) {
    return shown.stream().mapToInt(column -> column.width() + GAP).sum() - GAP;
  }

  private List<String> inColumns(List<TableColumn> shown) {
    List<String> lines = new ArrayList<>(inColumns(columns, shown));
    for (int i = 0; i < rows.size(); i++) {
      for (String line : inColumns(rows.get(i), shown)) {
        lines.add(styled(i, line));
      }
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
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        lines.add("");
      }
      for (String line : block(rows.get(i), label)) {
        lines.add(styled(i, line));
      }
    }
    return lines;
  }

  private List<String> block(List<String> row, int label) {
    int room = Math.max(1, terminal.outColumns() - label - LABEL_END.length());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String text = TextFit.printable(row.get(i));
      String before = columns.get(i) + " ".repeat(label - TextFit.width(columns.get(i)));
      for (String part : parts(text, room)) {
        lines.add(before + LABEL_END + part);
        before = " ".repeat(label);
      }
    }
    return lines;
  }

  private static List<String> parts(String text, int room) {
    if (text.isEmpty()) {
      return List.of();
    }
    return TableColumn.isToBeCopied(text) ? List.of(text) : TextFit.lines(text, room, 0);
  }

  private String styled(int row, String line) {
    return row < majorRows ? line : terminal.styledOut(Style.DIMMED, line);
  }
}
