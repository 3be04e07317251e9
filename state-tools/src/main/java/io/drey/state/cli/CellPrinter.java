// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.output.RowFormat;
import io.drey.jobs.cli.output.Terminal;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldName;
import io.drey.operators.event.JsonValue;
import io.drey.state.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints rows as cells: strings without quotes, everything else as JSON. A long table is printed in
 * several parts, each with column widths of its own, since only a bounded number of rows is
 * buffered.
 */
final class CellPrinter implements RowPrinter {
  private static final int ROWS_AT_ONCE = 1000;
  private static final FieldName ERROR = new FieldName("error");

  private final RowFormat format;
  private final List<String> columns;
  private final Terminal terminal;
  private final List<List<String>> rows = new ArrayList<>();
  private boolean hasStarted;

  CellPrinter(RowFormat format, RowColumns columns, Terminal terminal) {
    this.format = format;
    this.columns = List.copyOf(columns.names());
    this.terminal = terminal;
  }

  @Override
  public void print(JsonWriter json) {
    for (String line : json.toString().lines().toList()) {
      rows.add(cells(Event.of(line)));
      if (rows.size() == ROWS_AT_ONCE) {
        printRows();
      }
    }
  }

  private List<String> cells(Event row) {
    return columns.stream().map(column -> cell(row, column)).toList();
  }

  private String cell(Event row, String column) {
    JsonValue value = row.value(new FieldName(column));
    if (value == null && column.equals(RowColumns.VALUE) && format == RowFormat.TABLE) {
      value = row.value(ERROR);
    }
    return value == null ? "" : value.text();
  }

  private void printRows() {
    format.lines(columns, rows, terminal).stream()
        .skip(hasStarted && format == RowFormat.CSV ? 1 : 0)
        .forEach(terminal.out()::println);
    rows.clear();
    hasStarted = true;
  }

  @Override
  public void close() {
    if (!hasStarted || !rows.isEmpty()) {
      printRows();
    }
  }
}
