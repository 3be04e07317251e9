// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.OperatorEntries;
import io.drey.state.snapshot.operator.OperatorState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;
import org.apache.flink.types.Row;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a savepoint.
 *
 * @param byPath the tables by operator uid or hash and state name, in the order of the snapshot and
 *     of names
 * @param damage error messages about what could not be read
 */
record StateTables(Metadata metadata, Map<TablePath, StateTable> byPath, List<String> damage) {
  /**
   * The database of tables whose state name is unique, so that a query need not name the operator.
   */
  static final String ANY_OPERATOR = "any-operator";

  private static final LogicalType TEXT = new VarCharType(VarCharType.MAX_LENGTH);

  static StateTables of(SnapshotFiles files) {
    StateTables tables =
        new StateTables(files.metadata(), new LinkedHashMap<>(), new ArrayList<>());
    for (OperatorSnapshot operator : tables.metadata.operators()) {
      Map<String, StateTable> states = new TreeMap<>();
      for (SubtaskSnapshot subtask : operator.subtasks()) {
        tables.add(files, operator.id(), subtask.managedKeyed(), states);
        tables.add(files, operator.id(), subtask.rawKeyed(), states);
        tables.add(files, operator.id(), subtask.managedOperator(), states);
      }
      String name = operator.id().toString();
      states.forEach((state, table) -> tables.byPath.put(new TablePath(name, state), table));
    }
    return tables;
  }

  private void add(
      SnapshotFiles files,
      OperatorId operator,
      @Nullable KeyedHandle handle,
      Map<String, StateTable> states) {
    if (handle != null) {
      try {
        for (KeyedState state : KeyedHandles.states(files, handle)) {
          states.putIfAbsent(state.name(), StateTable.of(operator, state));
        }
      } catch (SavepointException e) {
        damage.add(e.getMessage());
      }
    }
  }

  private void add(
      SnapshotFiles files,
      OperatorId operator,
      @Nullable OperatorHandle handle,
      Map<String, StateTable> states) {
    if (handle != null) {
      try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
        for (OperatorState state : entries.states()) {
          StateTable table = StateTable.of(operator, state);
          StateTable other = states.putIfAbsent(state.name(), table);
          if (other != null && other.isKeyed()) {
            // an operator may have a keyed and an operator state of the same name
            states.putIfAbsent(state.name() + " (" + table.kind() + ")", table);
          }
        }
      } catch (SavepointException e) {
        damage.add(e.getMessage());
      }
    }
  }

  /**
   * Returns the tables that names refer to: an operator can be named by all that {@code --operator}
   * accepts, and need not be named if no other operator has a state of that name.
   */
  Map<TablePath, StateTable> of(Set<String> names) {
    Map<TablePath, StateTable> found = new LinkedHashMap<>();
    List<String> states = byPath.keySet().stream().map(TablePath::table).toList();
    Map<String, OperatorId> operators = operators(names);
    byPath.forEach(
        (path, table) -> {
          operators.forEach(
              (name, operator) -> {
                if (operator.equals(table.operator())) {
                  found.put(new TablePath(name, path.table()), table);
                }
              });
          if (Collections.frequency(states, path.table()) == 1) {
            found.putIfAbsent(new TablePath(ANY_OPERATOR, path.table()), table);
          }
        });
    return found;
  }

  private Map<String, OperatorId> operators(Set<String> names) {
    Map<String, OperatorId> operators = new HashMap<>();
    for (String name : names) {
      try {
        operators.put(name, metadata.operator(name).id());
      } catch (IllegalArgumentException e) {
        // the name refers to something else
      }
    }
    return operators;
  }

  /** Whether a column, or a field of a column, has this name. */
  boolean hasColumn(String name) {
    return byPath.values().stream().anyMatch(table -> table.hasName(name));
  }

  /** Returns the tables as rows, for SHOW TABLES. */
  QueryResult list(Notes notes) {
    RowType type =
        RowType.of(new LogicalType[] {TEXT, TEXT, TEXT}, new String[] {"table", "kind", "columns"});
    List<Row> rows = new ArrayList<>();
    byPath.forEach(
        (path, table) ->
            rows.add(Row.of(path.toString(), table.kind(), String.join(", ", table.names()))));
    return QueryResult.of(type, rows, notes);
  }
}
