// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import java.util.HashSet;
import java.util.Set;

/** The sources whose events carry their origin, since a step that reads them asks for it. */
record TracedSources(Set<String> ids) {
  static TracedSources of(Pipeline pipeline, Wiring wiring) {
    Set<String> reached = new HashSet<>();
    for (StepEntry step : pipeline.steps()) {
      if (step.step().originUse() != null) {
        reach(step.id(), wiring, reached);
      }
    }
    reached.retainAll(pipeline.sources().keySet());
    return new TracedSources(reached);
  }

  private static void reach(String vertex, Wiring wiring, Set<String> reached) {
    for (Output input : wiring.inputsOf(vertex)) {
      if (reached.add(input.vertex())) {
        reach(input.vertex(), wiring, reached);
      }
    }
  }

  boolean contains(String source) {
    return ids.contains(source);
  }
}
