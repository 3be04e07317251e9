// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.AbstractKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;

/**
 * One operator of the subject, as its public entry has wired it.
 *
 * @param key reads the key its state is under; null where it is not keyed
 * @param keyType null where it is not keyed
 * @param isExchanged whether records come to it by key from every subtask of the stage before
 * @param outputRead the side output that it reads of the stage before it; null for the main one
 */
record Stage(
    StreamOperatorFactory<Object> factory,
    @Nullable KeySelector<Object, Object> key,
    @Nullable TypeInformation<Object> keyType,
    TypeSerializer<Object> outputType,
    boolean isExchanged,
    @Nullable String outputRead) {
  static final int MAX_PARALLELISM = 128;

  /** The key of a record that comes to it. */
  Object keyOf(Object value) throws Exception {
    return Objects.requireNonNull(key, "key").getKey(value);
  }

  /** Opens a subtask of it that emits to {@code output}. */
  OneInputStreamOperatorTestHarness<Object, Object> open(
      Variation variation,
      int parallelism,
      int subtask,
      Output<StreamRecord<Object>> output,
      long checkpoint,
      OperatorSubtaskState restored)
      throws Exception {
    OneInputStreamOperatorTestHarness<Object, Object> harness = harness(parallelism, subtask);
    harness.setStateBackend(variation.backend().get());
    harness.setOutputCreator(serializer -> output);
    harness.setup(outputType);
    harness.setRestoredCheckpointId(checkpoint);
    harness.initializeState(restored);
    harness.open();
    return harness;
  }

  private OneInputStreamOperatorTestHarness<Object, Object> harness(int parallelism, int subtask)
      throws Exception {
    StreamOperatorFactory<Object> fresh =
        InstantiationUtil.clone(factory, Thread.currentThread().getContextClassLoader());
    return key == null
        ? new OneInputStreamOperatorTestHarness<>(fresh, MAX_PARALLELISM, parallelism, subtask)
        : new KeyedOneInputStreamOperatorTestHarness<>(
            fresh, key, keyType, MAX_PARALLELISM, parallelism, subtask);
  }

  /** How many entries of keyed state a subtask holds. */
  int stateEntries(OneInputStreamOperatorTestHarness<?, ?> subtask) {
    return key == null
        ? 0
        : ((AbstractKeyedStateBackend<?>)
                ((AbstractStreamOperator<?>) subtask.getOperator()).getKeyedStateBackend())
            .numKeyValueStateEntries();
  }

  /** How many timers a subtask has. */
  int timers(OneInputStreamOperatorTestHarness<?, ?> subtask) {
    return key == null ? 0 : subtask.numEventTimeTimers() + subtask.numProcessingTimeTimers();
  }
}
