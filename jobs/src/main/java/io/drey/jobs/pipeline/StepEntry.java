// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.step.StatefulStep;
import io.drey.jobs.step.Step;
import io.drey.jobs.yaml.Position;
import io.drey.operators.rule.Definition;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/**
 * A step in a pipeline file.
 *
 * @param from its {@code from}; null if it has none. {@link Wiring} has what it reads
 * @param at the position of the operator
 * @param mayChangeKey whether it restores the state of another key or definition all the same
 */
public record StepEntry(
    String id,
    String operator,
    Step step,
    @Nullable List<Output> from,
    Position at,
    boolean mayChangeKey) {
  StepEntry allowingChangedKey() {
    return new StepEntry(id, operator, step, from, at, true);
  }

  /** What its state is of use for; null if it has none. */
  public @Nullable Definition definition(TimeDomain time) {
    StatefulStep stateful = step.stateful();
    if (stateful == null) {
      return null;
    }
    Definition definition = stateful.definition(time);
    return mayChangeKey && definition != null ? definition.allowingChange() : definition;
  }
}
