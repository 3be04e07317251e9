// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** One subtask of every stage, each feeding the next. */
final class Lane implements AutoCloseable {
  private final List<Stage> subject;
  private final List<OneInputStreamOperatorTestHarness<Object, Object>> stages = new ArrayList<>();

  /**
   * Opens the stages from the last to the first, so that each has where to emit to.
   *
   * @param checkpoint the number of the one that is restored
   * @param exchanges behind each stage, null where it is chained to the next
   */
  Lane(
      List<Stage> subject,
      Variation variation,
      int parallelism,
      int subtask,
      long checkpoint,
      List<OperatorSubtaskState> restored,
      List<@Nullable Exchange> exchanges,
      Emissions emissions)
      throws Exception {
    this.subject = subject;
    for (int i = subject.size() - 1; i >= 0; i--) {
      CollectingOutput output =
          new CollectingOutput(
              emissions,
              downstream(exchanges.get(i), subtask),
              i + 1 < subject.size() ? subject.get(i + 1).outputRead() : null);
      stages.add(
          0,
          subject
              .get(i)
              .open(variation, parallelism, subtask, output, checkpoint, restored.get(i)));
      Exchange before = i == 0 ? null : exchanges.get(i - 1);
      if (before != null) {
        before.add(stages.get(0));
      }
    }
  }

  private @Nullable Downstream downstream(@Nullable Exchange exchange, int subtask) {
    if (exchange != null) {
      return exchange.from(subtask);
    }
    return stages.isEmpty() ? null : Downstream.chained(stages.get(0));
  }

  void process(Object value, long time) throws Exception {
    stages.get(0).processElement(new StreamRecord<>(value, time));
  }

  void advanceTo(long watermark) throws Exception {
    stages.get(0).processWatermark(new Watermark(watermark));
  }

  void prepareSnapshot(int stage, long checkpoint) throws Exception {
    stages.get(stage).prepareSnapshotPreBarrier(checkpoint);
  }

  OperatorSubtaskState snapshot(int stage, long checkpoint) throws Exception {
    return stages.get(stage).snapshot(checkpoint, checkpoint);
  }

  int timers() {
    int timers = 0;
    for (int i = 0; i < stages.size(); i++) {
      timers += subject.get(i).timers(stages.get(i));
    }
    return timers;
  }

  int stateEntries() {
    int entries = 0;
    for (int i = 0; i < stages.size(); i++) {
      entries += subject.get(i).stateEntries(stages.get(i));
    }
    return entries;
  }

  @Override
  public void close() throws Exception {
    for (OneInputStreamOperatorTestHarness<Object, Object> stage : stages) {
      stage.close();
    }
  }
}
