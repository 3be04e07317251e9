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
 * @param byPath each under its operator's uid or hash, in the order of the snapshot and of names
 * @param damage what could not be read, by the messages that say so
 */
record StateTables(Metadata metadata, Map<TablePath, StateTable> byPath, List<String> damage) {
  /** The operator of tables that can be named without theirs, since no other has such a state. */
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
            // an operator may have both of one name
            states.putIfAbsent(state.name() + " (" + table.kind() + ")", table);
          }
        }
      } catch (SavepointException e) {
        damage.add(e.getMessage());
      }
    }
  }

  /**
   * The tables that names lead to: an operator may go by all that {@code --operator} takes, and a
   * state's name is enough if no other operator has such a state.
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
        // it is the name of something else
      }
    }
    return operators;
  }

  /** Whether a column, or a field of one, has that name. */
  boolean hasColumn(String name) {
    return byPath.values().stream().anyMatch(table -> table.hasName(name));
  }

  /** The tables as rows, for whoever looks for their names. */
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
