// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.order;

import io.drey.operators.internal.StateForm;
import io.drey.operators.rule.Subtasks;
import io.drey.operators.rule.Uids;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Wires the input of a keyed operator: the operator that extracts keys, the exchange, and the
 * sorter.
 *
 * @param uids of the keyed operator and those around it
 * @param parallelism of the keyed operator and the sorter
 */
public record KeyedInput(Uids uids, int parallelism) {
  /**
   * Names the operator that extracts keys, and runs it in the subtasks of its input.
   *
   * @param extractor the operator, as attached to the input
   */
  public <T> SingleOutputStreamOperator<T> extracted(
      SingleOutputStreamOperator<T> extractor, DataStream<?> input) {
    return Subtasks.ofInput(input, extractor.name(uids.key()).uid(uids.key()));
  }

  /** Exchanges records by key; no exchange if there is, and will be, one subtask on either side. */
  public <T> KeyedStream<T, String> exchanged(
      SingleOutputStreamOperator<T> withKeys, KeySelector<T, String> key) {
    boolean isOne = withKeys.getParallelism() == 1 && parallelism == 1;
    return isOne && Subtasks.areFixed(withKeys.getExecutionEnvironment())
        ? chained(withKeys, key)
        : withKeys.keyBy(key, Types.STRING);
  }

  /** Sorts by event time; late events count in the metrics of the keyed operator. */
  public <T> SingleOutputStreamOperator<T> sorted(
      KeyedStream<T, String> events, ExactTime<T> exactTime) {
    StateForm<T> form = StateForm.of(events.getType());
    return sorted(events, exactTime, form, uids.uid());
  }

  /**
   * The same with an explicit form of the events in state.
   *
   * @param step the step under which the sorter's late events are counted
   */
  public <T> SingleOutputStreamOperator<T> sorted(
      KeyedStream<T, String> events, ExactTime<T> exactTime, StateForm<T> form, String step) {
    return OrderByTime.on(events, exactTime, form, step, uids).setParallelism(parallelism);
  }

  /** Keys without an exchange: valid only if all records of a key are already in one subtask. */
  public static <T> KeyedStream<T, String> chained(
      DataStream<T> records, KeySelector<T, String> key) {
    return DataStreamUtils.reinterpretAsKeyedStream(records, key, Types.STRING);
  }
}
