// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.yaml.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Sorts steps so that each comes after those it reads, and reports cycles. */
final class StepOrder {
  private final Map<String, Vertex> steps = new LinkedHashMap<>();
  private final Map<String, List<Output>> inputs;
  private final Problems problems;
  private final Set<String> done = new LinkedHashSet<>();
  private final List<String> path = new ArrayList<>();

  StepOrder(List<Vertex> steps, Map<String, List<Output>> inputs, Problems problems) {
    steps.forEach(step -> this.steps.putIfAbsent(step.id(), step));
    this.inputs = inputs;
    this.problems = problems;
  }

  List<String> sort() {
    steps.keySet().forEach(this::visit);
    return List.copyOf(done);
  }

  private void visit(String step) {
    if (done.contains(step)) {
      return;
    }
    path.add(step);
    for (Output input : inputs.getOrDefault(step, List.of())) {
      if (path.contains(input.vertex())) {
        reportCycle(input.vertex());
      } else if (steps.containsKey(input.vertex())) {
        visit(input.vertex());
      }
    }
    path.remove(path.size() - 1);
    done.add(step);
  }

  /** Reports a cycle at an explicit {@code from}: by default a step reads the one before it. */
  private void reportCycle(String first) {
    List<String> cycle = new ArrayList<>(path.subList(path.indexOf(first), path.size()));
    cycle.add(first);
    String shown = String.join(" <- ", cycle);
    for (int i = 0; i + 1 < cycle.size(); i++) {
      Vertex vertex = Objects.requireNonNull(steps.get(cycle.get(i)));
      String input = cycle.get(i + 1);
      List<Vertex.Reference> from = vertex.from();
      for (Vertex.Reference reference : from == null ? List.<Vertex.Reference>of() : from) {
        if (reference.output().vertex().equals(input)) {
          String label = vertex.place().label();
          problems.error(reference.at(), label, "Cannot wire the steps: a cycle (" + shown + ")");
        }
      }
    }
  }
}
