// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.util.function.LongFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/**
 * Sends an operator one event of each key, one per millisecond, and measures its state.
 *
 * @param event makes the event of a number
 */
record KeyFiller<T>(
    StreamOperatorFactory<T> operator, LongFunction<T> event, KeySelector<T, String> key) {
  private static final int KEYS = 1_000_000;
  private static final int COLLECTIONS = 3;
  private static final SavepointType CANONICAL =
      SavepointType.savepoint(SavepointFormatType.CANONICAL);

  double perKey(StatePerKey.Measure measure) throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, T, T> harness = harness()) {
      long heap = usedHeap();
      fill(harness);
      long bytes =
          switch (measure) {
            case HEAP -> usedHeap() - heap;
            case SAVEPOINT ->
                harness
                    .snapshotWithLocalState(1, 1, CANONICAL)
                    .getJobManagerOwnedState()
                    .getStateSize();
          };
      return (double) bytes / KEYS;
    }
  }

  private KeyedOneInputStreamOperatorTestHarness<String, T, T> harness() throws Exception {
    KeyedOneInputStreamOperatorTestHarness<String, T, T> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(operator, key, Types.STRING, 128, 1, 0);
    harness.setStateBackend(new HashMapStateBackend());
    harness.setCheckpointStorage(new JobManagerCheckpointStorage(Integer.MAX_VALUE));
    harness.open();
    return harness;
  }

  private void fill(KeyedOneInputStreamOperatorTestHarness<String, T, T> harness) throws Exception {
    for (int i = 0; i < KEYS; i++) {
      harness.processElement(event.apply(i), i);
      harness.getOutput().clear();
    }
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < COLLECTIONS; i++) {
      runtime.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
