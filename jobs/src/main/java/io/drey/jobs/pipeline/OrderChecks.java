// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.source.Source;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StatefulStep;
import io.drey.jobs.yaml.Problems;
import io.drey.operators.event.KeyPaths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Warns of a step whose result depends on an order that may differ from run to run: the events of a
 * key take more than one path to it, and it processes them in arrival order.
 */
final class OrderChecks {
  private final Upstream upstream;
  private final Problems problems;

  OrderChecks(Upstream upstream, Problems problems) {
    this.upstream = upstream;
    this.problems = problems;
  }

  void check(Vertex step) {
    StatefulStep keyed = step.statefulStep();
    if (keyed == null || !dependsOnArrival(keyed)) {
      return;
    }
    String reason = reason(step, keyed, 0);
    if (reason != null) {
      problems.warning(
          step.positionOf("order"),
          step.place().label(),
          "Arrival order may differ from run to run: " + reason + " ('order: event-time' sorts)");
    }
  }

  private static boolean dependsOnArrival(StatefulStep step) {
    return step.isOrderSensitive() && step.order() == Order.ARRIVAL;
  }

  private @Nullable String reason(Vertex vertex, StatefulStep keyed, int depth) {
    List<Vertex> read = upstream.readBy(vertex);
    if (read.size() > 1) {
      return "'" + vertex.id() + "' reads " + upstream.inputsOf(vertex);
    }
    // A cycle has no end; it has been reported.
    boolean ends = read.isEmpty() || depth > PipelineReader.MOST;
    return ends ? null : reasonAt(read.get(0), keyed, depth);
  }

  private @Nullable String reasonAt(Vertex vertex, StatefulStep keyed, int depth) {
    Source source = vertex.source();
    if (source != null) {
      KeyPaths key = keyed.key() == null ? KeyPaths.NONE : keyed.key();
      String disorder = source.disorder(key);
      return disorder == null ? null : "source '" + vertex.id() + "' " + disorder;
    }
    StatefulStep before = vertex.statefulStep();
    if (before == null) {
      return reason(vertex, keyed, depth + 1);
    }
    // Without a key it runs in one subtask, which all events leave by one path.
    if (before.key() != null && (keyed.key() == null || !keyed.key().includes(before.key()))) {
      return "step '" + vertex.id() + "' before it has another key";
    }
    // That step sorts its events, or does not depend on their order, or has its own warning.
    boolean settled =
        before.order() == Order.EVENT_TIME || before.gathersLocally() || dependsOnArrival(before);
    return settled ? null : reason(vertex, keyed, depth + 1);
  }
}
