// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.output;

import io.drey.operators.event.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How a command prints rows. */
public enum RowFormat {
  TABLE {
    @Override
    public List<String> lines(List<String> columns, List<List<String>> rows) {
      return lines(columns, rows, row -> false, Terminal.NOWHERE);
    }

    @Override
    public List<String> lines(
        List<String> columns,
        List<List<String>> rows,
        Predicate<List<String>> isMinor,
        Terminal terminal) {
      return Table.of(columns, rows, isMinor, terminal).lines();
    }
  },
  JSON {
    @Override
    public List<String> lines(List<String> columns, List<List<String>> rows) {
      List<String> objects = JSONL.lines(columns, rows);
      return List.of("[" + String.join(",\n ", objects) + "]");
    }
  },
  JSONL {
    @Override
    public List<String> lines(List<String> columns, List<List<String>> rows) {
      return rows.stream().map(row -> object(columns, row)).toList();
    }
  },
  CSV {
    @Override
    public List<String> lines(List<String> columns, List<List<String>> rows) {
      List<String> lines = new ArrayList<>(List.of(String.join(",", columns)));
      rows.forEach(
          row -> lines.add(row.stream().map(RowFormat::quoted).collect(Collectors.joining(","))));
      return lines;
    }
  };

  /** The lines of all rows. */
  public abstract List<String> lines(List<String> columns, List<List<String>> rows);

  /** The lines of all rows; a table is fitted into the terminal. */
  public final List<String> lines(
      List<String> columns, List<List<String>> rows, Terminal terminal) {
    return lines(columns, rows, row -> false, terminal);
  }

  /**
   * The same.
   *
   * @param isMinor tells the rows that a table shows last, dimmed
   */
  public List<String> lines(
      List<String> columns,
      List<List<String>> rows,
      Predicate<List<String>> isMinor,
      Terminal terminal) {
    return lines(columns, rows);
  }

  private static String object(List<String> columns, List<String> row) {
    StringBuilder object = new StringBuilder("{");
    for (int i = 0; i < columns.size(); i++) {
      JsonText.quote(columns.get(i), object.append(i == 0 ? "" : ","));
      JsonText.quote(row.get(i), object.append(':'));
    }
    return object.append('}').toString();
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
