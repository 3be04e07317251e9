// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Subtask;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** Machines over events {@code key-number:symbol}; an event without a colon has no symbol. */
final class TestingMachines {
  private static final int MAX_PARALLELISM = 128;

  private TestingMachines() {}

  static Sameness<String> sameness(StateMachineOptions options) {
    return Sameness.of(Types.STRING, events -> follow(events, options));
  }

  static SingleOutputStreamOperator<String> follow(
      DataStream<String> events, StateMachineOptions options) {
    return StateMachine.on(
        events.keyBy(TestingMachines::key, Types.STRING),
        event -> event.contains(":") ? event.substring(event.indexOf(':') + 1) : null,
        new StateMachineResults<String, String, String, String>(
            (event, from, to, expected) ->
                event + " " + to + (expected == null ? "" : " not " + expected),
            Types.STRING,
            (key, from, to, at) -> key + " " + from + " -> " + to + " at " + at,
            Types.STRING),
        options,
        "follow");
  }

  /** One subtask of several, with the state of another run or none. */
  static KeyedOneInputStreamOperatorTestHarness<String, String, String> subtask(
      StateMachineOptions options,
      int subtask,
      int parallelism,
      @Nullable OperatorSubtaskState restored)
      throws Exception {
    Subtask<String, String> one =
        Subtask.of(Types.STRING, events -> follow(events, options))
            .at(subtask, parallelism, MAX_PARALLELISM);
    return restored == null ? one.open() : one.open(restored, 1);
  }

  static KeyedOneInputStreamOperatorTestHarness<String, String, String> alone(
      StateMachineOptions options) throws Exception {
    return subtask(options, 0, 1, null);
  }

  static int timers(KeyedOneInputStreamOperatorTestHarness<?, ?, ?> harness) {
    return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
  }

  /** What has run out. */
  static List<String> timeouts(KeyedOneInputStreamOperatorTestHarness<?, ?, ?> harness) {
    Queue<StreamRecord<String>> records =
        harness.getSideOutput(StateMachine.timeouts(Types.STRING));
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  static String key(String event) {
    return event.substring(0, event.indexOf('-'));
  }
}
