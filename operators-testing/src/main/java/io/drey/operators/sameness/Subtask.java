// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** One subtask of a keyed operator as its public entry has wired it, to be looked at closely. */
public final class Subtask<T, R> {
  private final OneInputTransformation<T, R> operator;
  private final int index;
  private final int parallelism;
  private final int maxParallelism;

  private Subtask(
      OneInputTransformation<T, R> operator, int index, int parallelism, int maxParallelism) {
    this.operator = operator;
    this.index = index;
    this.parallelism = parallelism;
    this.maxParallelism = maxParallelism;
  }

  /** The only subtask, with one key group, of what is attached to a stream of that type. */
  public static <T, R> Subtask<T, R> of(
      TypeInformation<T> type, Function<DataStream<T>, DataStream<R>> attach) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<T> events = env.fromSequence(0, 0).map(unused -> (T) null).returns(type);
    @SuppressWarnings("unchecked") // an operator of one input is what an entry attaches
    OneInputTransformation<T, R> operator =
        (OneInputTransformation<T, R>) attach.apply(events).getTransformation();
    return new Subtask<>(operator, 0, 1, 1);
  }

  /** The same for a type that a class tells. */
  public static <T, R> Subtask<T, R> of(
      Class<T> type, Function<DataStream<T>, DataStream<R>> attach) {
    return of(TypeInformation.of(type), attach);
  }

  /** One of several. */
  public Subtask<T, R> at(int subtask, int of, int keyGroups) {
    return new Subtask<>(operator, subtask, of, keyGroups);
  }

  /** Opens it without state. */
  public <K> KeyedOneInputStreamOperatorTestHarness<K, T, R> open() throws Exception {
    KeyedOneInputStreamOperatorTestHarness<K, T, R> harness = harness();
    harness.open();
    return harness;
  }

  /** The same on a state backend. */
  public <K> KeyedOneInputStreamOperatorTestHarness<K, T, R> open(StateBackend backend)
      throws Exception {
    KeyedOneInputStreamOperatorTestHarness<K, T, R> harness = harness();
    harness.setStateBackend(backend);
    harness.open();
    return harness;
  }

  /** Opens it with its part of a snapshot that {@code before} subtasks have taken. */
  public <K> KeyedOneInputStreamOperatorTestHarness<K, T, R> open(
      OperatorSubtaskState snapshot, int before) throws Exception {
    KeyedOneInputStreamOperatorTestHarness<K, T, R> harness = harness();
    harness.initializeState(
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            snapshot, maxParallelism, before, parallelism, index));
    harness.open();
    return harness;
  }

  @SuppressWarnings("unchecked") // the key selector of the operator's own input
  private <K> KeyedOneInputStreamOperatorTestHarness<K, T, R> harness() throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        operator.getOperatorFactory(),
        (KeySelector<T, K>) operator.getStateKeySelector(),
        (TypeInformation<K>) operator.getStateKeyType(),
        maxParallelism,
        parallelism,
        index);
  }
}
