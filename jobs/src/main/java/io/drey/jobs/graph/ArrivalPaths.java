// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SourceEntry;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StatefulStep;
import io.drey.operators.event.KeyPaths;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the events of a key reach a step by one path, so that their order of arrival is fixed.
 */
final class ArrivalPaths {
  private final Map<String, SourceEntry> sources;
  private final Map<String, StepEntry> steps = new HashMap<>();
  private final Wiring wiring;

  ArrivalPaths(Pipeline pipeline, Wiring wiring) {
    this.sources = pipeline.sources();
    this.wiring = wiring;
    pipeline.steps().forEach(step -> steps.put(step.id(), step));
  }

  boolean isOne(String step) {
    StatefulStep stateful = stateful(step);
    return stateful == null || isOne(step, stateful.key());
  }

  private @Nullable StatefulStep stateful(String step) {
    return Objects.requireNonNull(steps.get(step), step).step().stateful();
  }

  private boolean isOne(String vertex, @Nullable KeyPaths key) {
    List<Output> inputs = wiring.inputsOf(vertex);
    if (inputs.size() != 1) {
      return false;
    }
    String before = inputs.get(0).vertex();
    SourceEntry source = sources.get(before);
    if (source != null) {
      return !source.source().parallel();
    }
    StatefulStep stateful = stateful(before);
    if (stateful == null) {
      return isOne(before, key);
    }
    // without a key it runs in one subtask, which all events leave by one path
    if (stateful.key() != null && (key == null || !key.includes(stateful.key()))) {
      return false;
    }
    return stateful.order() == Order.EVENT_TIME
        || stateful.gathersLocally()
        || isOne(before, stateful.key());
  }
}
