// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.operators.event.Event;
import io.drey.operators.rule.Subtasks;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.transformations.PhysicalTransformation;

/**
 * Cuts chains of steps that grow too long. Flink goes through a chain by recursion, and so does an
 * event: the stack of its threads is not made for a thousand.
 */
final class ChainLimit {
  private static final int LONGEST_CHAIN = 100;

  private final StreamExecutionEnvironment env;
  private final Wiring wiring;

  /** How many steps an event has passed since a chain began, by the id of the last one. */
  private final Map<String, Integer> chained = new HashMap<>();

  ChainLimit(StreamExecutionEnvironment env, Wiring wiring) {
    this.env = env;
    this.wiring = wiring;
  }

  /** Begins a chain with a step if that before it is as long as may be. */
  void applyTo(StepEntry step, Transformation<Event> main) {
    int before = 0;
    for (Output input : wiring.inputsOf(step.id())) {
      before = Math.max(before, chained.getOrDefault(input.vertex(), 0));
    }
    if (isExchanged(step)) {
      before = 0;
    }
    boolean tooLong = before == LONGEST_CHAIN;
    if (tooLong && main instanceof PhysicalTransformation<Event> operator) {
      operator.setChainingStrategy(ChainingStrategy.HEAD);
    }
    chained.put(step.id(), tooLong ? 1 : before + 1);
  }

  /** Behind an exchange a chain begins; what is chained there to a sorter has to stay with it. */
  private boolean isExchanged(StepEntry step) {
    return step.step().stateful() != null && !Subtasks.areFixed(env);
  }
}
