// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.output.RowFormat;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.inspect.OperatorReport;
import io.drey.state.inspect.SavepointReport;
import io.drey.state.inspect.StateReport;
import io.drey.state.json.JsonMembers;
import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.metadata.OperatorId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints operators. */
final class Listing {
  private static final String KEYS = "keys";
  private static final String BYTES = "bytes";
  private static final List<String> COLUMNS =
      List.of("operator", "name", "parallelism", "max parallelism", "states", BYTES);

  private final JsonWriter json = new JsonWriter();
  private final JsonMembers members = new JsonMembers(json);
  private final Map<OperatorId, Long> keys;

  private Listing(Map<OperatorId, Long> keys) {
    this.keys = keys;
  }

  /**
   * Returns all lines, each with its line end.
   *
   * @param keys the number of keys of each operator; empty if keys are not shown
   */
  static String of(
      SavepointReport report, Map<OperatorId, Long> keys, RowFormat format, Terminal terminal) {
    Listing listing = new Listing(keys);
    if (format == RowFormat.JSON || format == RowFormat.JSONL) {
      return listing.json(report.operators(), format == RowFormat.JSON);
    }
    List<String> columns = new ArrayList<>(COLUMNS);
    if (!keys.isEmpty()) {
      columns.add(KEYS);
    }
    List<List<String>> rows = report.operators().stream().map(listing::cells).toList();
    return format.lines(columns, rows, Listing::hasNoBytes, terminal).stream()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static boolean hasNoBytes(List<String> cells) {
    return cells.get(COLUMNS.indexOf(BYTES)).equals("0");
  }

  private List<String> cells(OperatorReport operator) {
    String name = operator.id().name();
    List<String> cells = new ArrayList<>();
    cells.add(operator.id().toString());
    cells.add(name == null ? "" : name);
    cells.add(String.valueOf(operator.parallelism()));
    cells.add(String.valueOf(operator.maxParallelism()));
    cells.add(
        operator.states().stream()
            .sorted(Comparator.comparing(StateReport::isTimers))
            .map(StateReport::name)
            .collect(Collectors.joining(", ")));
    cells.add(String.valueOf(operator.bytes()));
    if (!keys.isEmpty()) {
      cells.add(String.valueOf(keys.get(operator.id())));
    }
    return cells;
  }

  private String json(List<OperatorReport> operators, boolean asArray) {
    if (asArray) {
      json.beginArray();
    }
    for (OperatorReport operator : operators) {
      write(operator);
      if (!asArray) {
        json.newLine();
      }
    }
    if (asArray) {
      json.endArray();
      json.newLine();
    }
    return json.toString();
  }

  private void write(OperatorReport operator) {
    json.beginObject();
    members.text("uid", operator.id().uid());
    members.text("hash", operator.id().hash());
    members.text("name", operator.id().name());
    members.number("parallelism", operator.parallelism());
    members.number("max_parallelism", operator.maxParallelism());
    members.number("bytes", operator.bytes());
    if (operator.inFlightBytes() > 0) {
      members.number("in_flight_bytes", operator.inFlightBytes());
    }
    if (!keys.isEmpty()) {
      members.number(KEYS, keys.getOrDefault(operator.id(), 0L));
    }
    json.name("states");
    json.beginArray();
    operator.states().forEach(this::write);
    json.endArray();
    json.endObject();
  }

  private void write(StateReport state) {
    json.beginObject();
    members.text("name", state.name());
    members.text("kind", state.kind());
    members.text("key_type", state.keyType());
    members.text("value_type", state.valueType());
    members.bool("ttl", state.hasTtl());
    json.endObject();
  }
}
