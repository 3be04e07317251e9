// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.output.RowFormat;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.inspect.LargestKeys;
import io.drey.state.inspect.OperatorReport;
import io.drey.state.inspect.OperatorScan;
import io.drey.state.inspect.OperatorScan.PartTally;
import io.drey.state.inspect.StateReport;
import io.drey.state.inspect.StateTotals;
import io.drey.state.json.JsonMembers;
import io.drey.state.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints states with their totals as rows. */
final class StateListing {
  private static final List<String> COLUMNS =
      List.of(
          "operator",
          "state",
          "kind",
          "entries",
          "bytes",
          "key groups",
          "fullest",
          "largest key",
          "ttl",
          "serializer",
          "key type",
          "value type");

  private final List<List<String>> cells = new ArrayList<>();
  private final List<String> objects = new ArrayList<>();
  private final boolean showsExpired;

  /**
   * @param showsExpired whether the TTL of a state is known
   */
  StateListing(boolean showsExpired) {
    this.showsExpired = showsExpired;
  }

  void add(OperatorReport operator, OperatorScan scan) {
    for (StateReport state : operator.states()) {
      boolean isOfSubtasks = !state.isCoordinator();
      StateTotals tally = isOfSubtasks ? scan.keyed().get(state.name()) : null;
      PartTally parts = isOfSubtasks ? scan.parts().get(state.name()) : scan.coordinator();
      long entries = tally != null ? tally.entries() : parts != null ? parts.entries() : 0;
      long bytes = tally != null ? tally.bytes() : parts != null ? parts.bytes() : 0;
      objects.add(object(operator, state, tally, entries, bytes));
      cells.add(cells(operator, state, tally, entries, bytes));
    }
  }

  /** Returns all lines, each with its line end. */
  String text(RowFormat format, Terminal terminal) {
    return switch (format) {
      case JSONL -> lines(objects);
      case JSON -> "[" + String.join(",\n ", objects) + "]\n";
      default -> lines(format.lines(COLUMNS, cells, StateListing::isEmptyTimers, terminal));
    };
  }

  private static boolean isEmptyTimers(List<String> cells) {
    return cells.get(COLUMNS.indexOf("kind")).equals(StateReport.TIMERS)
        && cells.get(COLUMNS.indexOf("entries")).equals("0");
  }

  private static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static List<String> cells(
      OperatorReport operator,
      StateReport state,
      @Nullable StateTotals tally,
      long entries,
      long bytes) {
    String serializer = state.serializer();
    StateTotals.Spread spread = tally == null ? null : tally.spread();
    List<LargestKeys.Sum> largest = tally == null ? List.of() : tally.largest();
    return List.of(
        operator.id().toString(),
        state.name(),
        state.kind(),
        String.valueOf(entries),
        String.valueOf(bytes),
        spread == null ? "" : spread.used() + " of " + spread.groups(),
        spread == null ? "" : spread.fullest() + ": " + spread.most(),
        largest.isEmpty() ? "" : largest.get(0).key() + ": " + largest.get(0).bytes(),
        state.hasTtl() ? "yes" : "",
        serializer.substring(serializer.lastIndexOf('.') + 1),
        state.keyType() == null ? "" : state.keyType(),
        state.valueType());
  }

  private String object(
      OperatorReport operator,
      StateReport state,
      @Nullable StateTotals tally,
      long entries,
      long bytes) {
    JsonWriter json = new JsonWriter();
    JsonMembers members = new JsonMembers(json);
    json.beginObject();
    members.text("operator", operator.id().toString());
    members.text("state", state.name());
    members.text("kind", state.kind());
    members.text("key_type", state.keyType());
    members.text("namespace_type", state.namespaceType());
    members.text("value_type", state.valueType());
    members.bool("ttl", state.hasTtl());
    members.text("serializer", state.serializer());
    members.number("entries", entries);
    members.number("bytes", bytes);
    if (tally != null) {
      if (showsExpired && state.hasTtl()) {
        members.number("expired", tally.expired());
      }
      write(tally.spread(), members);
      write(tally.largest(), members);
      HistogramMembers.write(tally.histograms(), members);
    }
    json.endObject();
    return json.toString();
  }

  private static void write(StateTotals.Spread spread, JsonMembers members) {
    members.json().name("key_groups");
    members.json().beginObject();
    members.number("all", spread.groups());
    members.number("used", spread.used());
    members.number("fewest", spread.fewest());
    members.number("median", spread.median());
    members.number("most", spread.most());
    members.number("fullest", spread.fullest());
    members.json().endObject();
  }

  private static void write(List<LargestKeys.Sum> largest, JsonMembers members) {
    members.json().name("largest_keys");
    members.json().beginArray();
    for (LargestKeys.Sum sum : largest) {
      members.json().beginObject();
      members.value("key", sum.key());
      if (sum.namespace() != null) {
        members.value("namespace", sum.namespace());
      }
      members.number("entries", sum.entries());
      members.number("bytes", sum.bytes());
      members.json().endObject();
    }
    members.json().endArray();
  }
}
