// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    boolean isList = state.kind() == KeyedStateType.LIST;
    List<StateColumn> columns = columns(Member.of(state), isList);
    return new StateTable(operator, state.name(), true, state.kind().toString(), columns);
  }

  static StateTable of(OperatorId operator, OperatorState state) {
    String kind = state.isBroadcast() ? "broadcast" : "operator list";
    return new StateTable(operator, state.name(), false, kind, columns(Member.of(state), false));
  }

  private static List<StateColumn> columns(Map<Member, ValueType> members, boolean isList) {
    List<StateColumn> columns = new ArrayList<>();
    members.forEach((member, type) -> columns.add(column(member, type, isList)));
    return List.copyOf(columns);
  }

  private static StateColumn column(Member member, ValueType type, boolean isList) {
    DataType sql =
        switch (member) {
          case LAST_ACCESS, TIMESTAMP -> SqlTypes.MILLIS;
          default -> SqlTypes.of(type);
        };
    boolean isArray = isList && (member == Member.VALUE || member == Member.LAST_ACCESS);
    return StateColumn.of(member.column(), type, isArray ? SqlTypes.arrayOf(sql) : sql);
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
