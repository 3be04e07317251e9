// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** One run of the subject, in the way a variation says. */
final class Trial implements AutoCloseable {
  private final List<Stage> stages;
  private final Variation variation;
  private final long outOfOrderness;
  private final Emissions emissions = new Emissions();
  private final List<Lane> lanes = new ArrayList<>();

  private long latest = Long.MIN_VALUE;
  private long watermark = Long.MIN_VALUE;
  private int processed;
  private int restores;

  Trial(List<Stage> stages, Variation variation, long outOfOrderness) throws Exception {
    this.stages = stages;
    this.variation = variation;
    this.outOfOrderness = outOfOrderness;
    open(stages.stream().map(stage -> OperatorSubtaskState.builder().build()).toList(), 1);
  }

  void process(Object value, long time) throws Exception {
    if (Lateness.isLate(time, latest, outOfOrderness)) {
      advanceTo(latest - outOfOrderness - 1);
    }
    laneOf(value).process(value, time);
    processed++;
    latest = Math.max(latest, time);
    advance();
    if (variation.restoreEvery() > 0 && processed % variation.restoreEvery() == 0) {
      restore();
    }
  }

  /** Ends the input and tells what was emitted. */
  List<String> finish() throws Exception {
    for (Lane lane : lanes) {
      lane.advanceTo(Long.MAX_VALUE);
    }
    return emissions.records();
  }

  int timers() {
    return lanes.stream().mapToInt(Lane::timers).sum();
  }

  int stateEntries() {
    return lanes.stream().mapToInt(Lane::stateEntries).sum();
  }

  /** That of its key; where events come as they like, each in turn. */
  private Lane laneOf(Object value) throws Exception {
    if (stages.get(0).key() == null) {
      return lanes.get(processed % lanes.size());
    }
    Object key = stages.get(0).keyOf(value);
    return lanes.get(
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            key, Stage.MAX_PARALLELISM, lanes.size()));
  }

  private void advance() throws Exception {
    long reached = latest - outOfOrderness - 1;
    boolean due = watermark == Long.MIN_VALUE || reached - watermark >= variation.watermarkEvery();
    if (variation.watermarkEvery() != Long.MAX_VALUE && due) {
      advanceTo(reached);
    }
  }

  private void advanceTo(long reached) throws Exception {
    if (reached <= watermark) {
      return;
    }
    watermark = reached;
    for (Lane lane : lanes) {
      lane.advanceTo(watermark);
    }
  }

  private void restore() throws Exception {
    int before = lanes.size();
    restores++;
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (int stage = 0; stage < stages.size(); stage++) {
      for (Lane lane : lanes) {
        lane.prepareSnapshot(stage, restores);
      }
      OperatorSubtaskState[] parts = new OperatorSubtaskState[before];
      for (int i = 0; i < before; i++) {
        parts[i] = lanes.get(i).snapshot(stage, restores);
      }
      states.add(AbstractStreamOperatorTestHarness.repackageState(parts));
    }
    close();
    open(states, before);
    // A restored job knows no watermark until its sources send one.
    watermark = Long.MIN_VALUE;
  }

  private void open(List<OperatorSubtaskState> states, int before) throws Exception {
    int parallelism = variation.parallelism(restores);
    List<@Nullable Exchange> exchanges = exchanges(parallelism);
    for (int subtask = 0; subtask < parallelism; subtask++) {
      List<OperatorSubtaskState> own = new ArrayList<>();
      for (OperatorSubtaskState state : states) {
        own.add(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                state, Stage.MAX_PARALLELISM, before, parallelism, subtask));
      }
      lanes.add(
          new Lane(stages, variation, parallelism, subtask, restores, own, exchanges, emissions));
    }
  }

  /** Before each stage but the first that has a key of its own. */
  private List<@Nullable Exchange> exchanges(int parallelism) {
    List<@Nullable Exchange> exchanges = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      boolean exchanged = i + 1 < stages.size() && stages.get(i + 1).isExchanged();
      exchanges.add(exchanged ? new Exchange(stages.get(i + 1), parallelism) : null);
    }
    return exchanges;
  }

  @Override
  public void close() throws Exception {
    for (Lane lane : lanes) {
      lane.close();
    }
    lanes.clear();
  }
}
