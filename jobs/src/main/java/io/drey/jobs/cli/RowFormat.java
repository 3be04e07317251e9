// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.operators.event.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a command prints rows. */
public enum RowFormat {
  TABLE {
    @Override
    public List<String> lines(List<String> columns, List<List<String>> rows) {
      List<List<String>> all = new ArrayList<>(List.of(columns));
      all.addAll(rows);
      return all.stream().map(row -> padded(row, all)).toList();
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

  private static String padded(List<String> row, List<List<String>> all) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      int column = i;
      int width = all.stream().mapToInt(other -> other.get(column).length()).max().orElse(0);
      line.append(row.get(i)).append(" ".repeat(width + 2 - row.get(i).length()));
    }
    return line.toString().stripTrailing();
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
