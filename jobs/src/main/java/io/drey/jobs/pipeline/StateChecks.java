// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.step.StatefulStep;
import io.drey.jobs.step.Step;
import io.drey.jobs.yaml.Problems;
import java.util.Set;

/** Warns of unbounded state, and of unread outputs that matter. */
final class StateChecks {
  /** Outputs that need no reader; a run counts and reports their events. */
  private static final Set<String> EXCEPTIONAL = Set.of("malformed", "invalid", "late", "evicted");

  private final Problems problems;
  private final Wiring wiring;

  StateChecks(Wiring wiring, Problems problems) {
    this.wiring = wiring;
    this.problems = problems;
  }

  void checkBound(Vertex vertex) {
    StatefulStep keyed = vertex.statefulStep();
    if (keyed != null && !keyed.isBounded() && keyed.maxKeys() == null) {
      warn(vertex, "Unbounded state: " + keyed.growth());
    }
  }

  void checkReaders(Vertex vertex) {
    for (Output output : wiring.outputsOf(vertex.id())) {
      if (wiring.readersOf(output).isEmpty() && isMissed(vertex, output)) {
        warn(vertex, "Nobody reads output '" + output + "'");
      }
    }
  }

  private static boolean isMissed(Vertex vertex, Output output) {
    Step step = vertex.step();
    return !EXCEPTIONAL.contains(output.name())
        && (step == null || !step.byProducts().contains(output.name()));
  }

  private void warn(Vertex vertex, String message) {
    problems.warning(vertex.at(), vertex.place().label(), message);
  }
}
