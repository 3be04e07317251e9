// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.operator.OperatorState;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;

/**
 * A state as a table.
 *
 * @param isKeyed whether it is keyed state rather than operator state
 * @param kind such as {@code value}, {@code map}, {@code timers}, {@code operator list}
 */
record StateTable(
    OperatorId operator, String state, boolean isKeyed, String kind, List<StateColumn> columns) {
  static StateTable of(OperatorId operator, KeyedState state) {
    List<StateColumn> columns = new ArrayList<>();
    columns.add(StateColumn.of("key", state.key()));
    if (!state.namespace().isNothing()) {
      columns.add(StateColumn.of("namespace", state.namespace()));
    }
    if (state.mapKey() != null) {
      columns.add(StateColumn.of("map_key", state.mapKey()));
    }
    if (state.kind() == KeyedStateType.TIMERS) {
      columns.add(StateColumn.of("timestamp", SqlTypes.MILLIS));
    } else {
      addValue(state, columns);
    }
    return new StateTable(operator, state.name(), true, state.kind().toString(), columns);
  }

  private static void addValue(KeyedState state, List<StateColumn> columns) {
    boolean isList = state.kind() == KeyedStateType.LIST;
    DataType element = SqlTypes.of(state.value());
    DataType value = isList ? SqlTypes.arrayOf(element) : element;
    columns.add(StateColumn.of("value", state.value(), value));
    if (state.hasTtl()) {
      DataType access = isList ? DataTypes.ARRAY(SqlTypes.MILLIS) : SqlTypes.MILLIS;
      columns.add(StateColumn.of("last_access", access));
    }
  }

  static StateTable of(OperatorId operator, OperatorState state) {
    StateColumn first =
        state.mapKey() == null
            ? StateColumn.of("subtask", DataTypes.INT())
            : StateColumn.of("map_key", state.mapKey());
    String kind = state.isBroadcast() ? "broadcast" : "operator list";
    List<StateColumn> columns = List.of(first, StateColumn.of("value", state.value()));
    return new StateTable(operator, state.name(), false, kind, columns);
  }

  /** Returns the names of its columns. */
  List<String> names() {
    return columns.stream().map(StateColumn::name).toList();
  }

  /** Whether a column, or a field of a column, has this name. */
  boolean hasName(String name) {
    return columns.stream()
        .anyMatch(
            column ->
                column.name().equals(name) || column.type().toString().contains("`" + name + "`"));
  }
}
