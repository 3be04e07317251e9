// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/**
 * Between a stage and one that is keyed otherwise: a record goes to the subtask of its key, and
 * time is that of the subtask that is furthest behind.
 */
final class Exchange {
  private final Stage next;
  private final List<OneInputStreamOperatorTestHarness<Object, Object>> subtasks =
      new ArrayList<>();
  private final long[] reached;
  private long passedOn = Long.MIN_VALUE;

  Exchange(Stage next, int parallelism) {
    this.next = next;
    this.reached = new long[parallelism];
    Arrays.fill(reached, Long.MIN_VALUE);
  }

  /** Subtasks are added in order. */
  void add(OneInputStreamOperatorTestHarness<Object, Object> subtask) {
    subtasks.add(subtask);
  }

  Downstream from(int subtask) {
    return new Downstream() {
      @Override
      public void process(StreamRecord<Object> record) throws Exception {
        Object key = next.keyOf(record.getValue());
        subtasks.get(subtaskOf(key)).processElement(record.copy(record.getValue()));
      }

      @Override
      public void advanceTo(Watermark mark) throws Exception {
        reached[subtask] = mark.getTimestamp();
        long least = Arrays.stream(reached).min().orElseThrow();
        if (least > passedOn) {
          passedOn = least;
          for (OneInputStreamOperatorTestHarness<Object, Object> each : subtasks) {
            each.processWatermark(new Watermark(least));
          }
        }
      }
    };
  }

  private int subtaskOf(Object key) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        key, Stage.MAX_PARALLELISM, subtasks.size());
  }
}
