// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.output.RowFormat;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.text.CountText;
import io.drey.state.diff.ChangeType;
import io.drey.state.diff.DiffCounts;
import io.drey.state.diff.DiffSink;
import io.drey.state.diff.Difference;
import io.drey.state.diff.StateChange;
import io.drey.state.json.JsonWriter;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;

/** Prints differences in one of the row formats. */
final class DiffPrinter implements DiffSink {
  private static final List<String> COLUMNS =
      List.of("operator", "state", "change", "added", "removed", "changed", "equal", "from", "to");
  private static final List<String> ROW_COLUMNS =
      List.of(
          "change", "operator", "state", "key", "namespace", "map_key", "timestamp", "old", "new");

  /** How many rows are printed between two checks whether the output is still open. */
  private static final int ROWS_AT_ONCE = 100;

  private final RowFormat format;
  private final boolean showsEntries;
  private final long limit;
  private final PrintWriter out;
  private final RowPrinter printer;
  private final JsonWriter json = new JsonWriter();
  private long printed;
  private boolean isClosed;

  DiffPrinter(RowFormat format, boolean showsEntries, long limit, Terminal terminal) {
    this.format = format;
    this.showsEntries = showsEntries;
    this.limit = limit;
    this.out = terminal.out();
    List<String> columns = showsEntries ? ROW_COLUMNS : COLUMNS;
    this.printer = RowPrinter.of(format, new RowColumns(new LinkedHashSet<>(columns)), terminal);
  }

  @Override
  public void entry(JsonWriter row) {
    if (printed < limit) {
      printer.print(row);
      printed++;
      isClosed = printed % ROWS_AT_ONCE == 0 && out.checkError();
    }
  }

  @Override
  public boolean isClosed() {
    return isClosed;
  }

  @Override
  public void state(StateChange change) {
    if (hasCells() && showsEntries && change.change() == ChangeType.CHANGED) {
      // its entries are rows already
      return;
    }
    json.truncate(0);
    json.beginObject();
    text("change", change.change().toString());
    text("operator", change.operator());
    if (change.state() != null) {
      text("state", change.state());
    }
    TypeChange types = new TypeChange(change.from(), change.to());
    if (!hasCells()) {
      types.write(json);
    } else if (change.change() == ChangeType.CHANGED_TYPE
        || change.change() == ChangeType.KEY_TYPE_CHANGED) {
      text(showsEntries ? "old" : "from", types.from());
      text(showsEntries ? "new" : "to", types.to());
    }
    write(change.counts());
    json.endObject();
    json.newLine();
    printer.print(json);
  }

  private boolean hasCells() {
    return format == RowFormat.TABLE || format == RowFormat.CSV;
  }

  private void text(String name, String text) {
    json.name(name);
    json.text(text);
  }

  private void write(DiffCounts counts) {
    number("added", counts.added());
    number("removed", counts.removed());
    number("changed", counts.changed());
    number("equal", counts.equal());
  }

  private void number(String name, long number) {
    json.name(name);
    json.number(number);
  }

  /** Ends the output, and reports on stderr if there is no difference. */
  void end(Difference difference, PrintWriter err) {
    printer.close();
    DiffCounts entries = difference.entries();
    String all =
        CountText.of(difference.operators(), "operator", "operators")
            + ", "
            + CountText.of(difference.states(), "state", "states");
    if (format == RowFormat.TABLE) {
      out.printf(
          "%s: %s added, %,d removed, %,d changed, %,d equal%n",
          all, entries(entries.added()), entries.removed(), entries.changed(), entries.equal());
    } else if (!difference.isFound()) {
      err.printf("Nothing differs: %s, %s%n", all, entries(entries.equal()));
    }
  }

  private static String entries(long count) {
    return CountText.of(count, "entry", "entries");
  }
}
