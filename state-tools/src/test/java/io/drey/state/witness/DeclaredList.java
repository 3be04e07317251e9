// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.witness;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * An operator state as a job declares it: a list, a union list, or broadcast state.
 *
 * @param mapKey the type of map keys; null unless it is broadcast state
 */
public record DeclaredList(
    String name, boolean isUnion, @Nullable TypeInformation<?> mapKey, TypeInformation<?> value)
    implements Serializable {
  public static DeclaredList split(String name, TypeInformation<?> type) {
    return new DeclaredList(name, false, null, type);
  }

  public static DeclaredList union(String name, TypeInformation<?> type) {
    return new DeclaredList(name, true, null, type);
  }

  public static DeclaredList broadcast(
      String name, TypeInformation<?> key, TypeInformation<?> type) {
    return new DeclaredList(name, false, key, type);
  }

  /** Has the State Processor API give its rows. */
  void readBy(SavepointReader reader, OperatorIdentifier operator) throws Exception {
    TypeInformation<Object> type = objects(value);
    String state = name;
    if (mapKey != null) {
      end(
          reader.readBroadcastState(operator, state, objects(mapKey), type),
          entry -> given(Testimony.of(state).with("map_key", entry.f0), entry.f1));
      return;
    }
    end(
        isUnion
            ? reader.readUnionState(operator, state, type)
            : reader.readListState(operator, state, type),
        element -> given(Testimony.of(state), element));
  }

  private static <T> void end(DataStream<T> rows, MapFunction<T, Long> giving) {
    Witness.end(rows.map(giving).returns(Types.LONG));
  }

  private static long given(Testimony row, Object value) {
    row.with("value", value).give();
    return 1;
  }

  /** Gives the rows of all that a subtask has restored. */
  static void readAll(
      List<DeclaredList> lists, FunctionInitializationContext context, RuntimeContext runtime)
      throws Exception {
    for (DeclaredList list : lists) {
      list.readFrom(context.getOperatorStateStore(), runtime.getTaskInfo().getIndexOfThisSubtask());
    }
  }

  /**
   * Gives the rows that a subtask has restored; of what all have, those of the first.
   *
   * @param subtask its index
   */
  private void readFrom(OperatorStateStore store, int subtask) throws Exception {
    TypeInformation<Object> type = objects(value);
    if (mapKey != null) {
      var map = store.getBroadcastState(new MapStateDescriptor<>(name, objects(mapKey), type));
      for (Map.Entry<Object, Object> entry : map.immutableEntries()) {
        if (subtask == 0) {
          given(Testimony.of(name).with("map_key", entry.getKey()), entry.getValue());
        }
      }
      return;
    }
    var descriptor = new ListStateDescriptor<>(name, type);
    var list = isUnion ? store.getUnionListState(descriptor) : store.getListState(descriptor);
    for (Object element : list.get()) {
      if (!isUnion || subtask == 0) {
        given(Testimony.of(name), element);
      }
    }
  }

  @SuppressWarnings("unchecked") // values are objects here
  private static TypeInformation<Object> objects(TypeInformation<?> type) {
    return (TypeInformation<Object>) type;
  }
}
