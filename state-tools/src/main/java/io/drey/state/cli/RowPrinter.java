// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.output.RowFormat;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cli.output.Utf8Writer;
import io.drey.state.json.JsonWriter;
import java.io.PrintWriter;

/** Prints JSON rows as they arrive, in one of the row formats. */
interface RowPrinter extends AutoCloseable {
  /** Prints rows, each with a line feed at its end. */
  void print(JsonWriter rows);

  /** Ends the output. */
  @Override
  void close();

  /** Returns the printer of a format. */
  static RowPrinter of(RowFormat format, RowColumns columns, Terminal terminal) {
    return switch (format) {
      case JSONL -> new Lines(terminal.out());
      case JSON -> new Array(terminal.out());
      case TABLE, CSV -> new CellPrinter(format, columns, terminal);
    };
  }

  /** One object per line. */
  record Lines(PrintWriter out) implements RowPrinter {
    @Override
    public void print(JsonWriter rows) {
      if (out instanceof Utf8Writer bytes) {
        bytes.print(rows.buffer(), 0, rows.size());
      } else {
        out.print(rows);
      }
    }

    @Override
    public void close() {}
  }

  /** One array. */
  final class Array implements RowPrinter {
    private final PrintWriter out;
    private String before = "[";

    Array(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void print(JsonWriter rows) {
      rows.toString().lines().forEach(this::print);
    }

    private void print(String row) {
      out.print(before);
      out.print(row);
      before = ",\n ";
    }

    @Override
    public void close() {
      out.println(before.equals("[") ? "[]" : "]");
    }
  }
}
