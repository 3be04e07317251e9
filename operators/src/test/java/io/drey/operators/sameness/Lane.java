package io.drey.operators.sameness;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** One subtask of every stage, each feeding the next. */
final class Lane implements AutoCloseable {
  private final List<KeyedOneInputStreamOperatorTestHarness<Object, Object, Object>> stages =
      new ArrayList<>();

  /** Opens the stages from the last to the first, so that each has where to emit to. */
  Lane(
      List<Stage> subject,
      Variation variation,
      int parallelism,
      int subtask,
      List<OperatorSubtaskState> restored,
      Emissions emissions)
      throws Exception {
    for (int i = subject.size() - 1; i >= 0; i--) {
      CollectingOutput output =
          new CollectingOutput(emissions, stages.isEmpty() ? null : stages.get(0));
      stages.add(0, subject.get(i).open(variation, parallelism, subtask, output, restored.get(i)));
    }
  }

  void process(Object value, long time) throws Exception {
    stages.get(0).processElement(new StreamRecord<>(value, time));
  }

  void advanceTo(long watermark) throws Exception {
    stages.get(0).processWatermark(new Watermark(watermark));
  }

  OperatorSubtaskState snapshot(int stage, long checkpoint) throws Exception {
    return stages.get(stage).snapshot(checkpoint, checkpoint);
  }

  int leftovers() {
    return stages.stream()
        .mapToInt(stage -> stage.numEventTimeTimers() + stage.numProcessingTimeTimers())
        .sum();
  }

  int stateEntries() {
    return stages.stream().mapToInt(stage -> Stage.stateEntries(stage)).sum();
  }

  @Override
  public void close() throws Exception {
    for (KeyedOneInputStreamOperatorTestHarness<Object, Object, Object> stage : stages) {
      stage.close();
    }
  }
}
