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

/** Sorts steps, or sinks, so that each comes after those it reads, and reports cycles. */
final class VertexOrder {
  private final String kind;
  private final Map<String, Vertex> vertices = new LinkedHashMap<>();
  private final Map<String, List<Output>> inputs;
  private final Problems problems;
  private final Set<String> done = new LinkedHashSet<>();
  private final List<String> path = new ArrayList<>();

  /** Takes vertices of one kind, which messages call by that name. */
  VertexOrder(
      String kind, List<Vertex> vertices, Map<String, List<Output>> inputs, Problems problems) {
    this.kind = kind;
    vertices.forEach(vertex -> this.vertices.putIfAbsent(vertex.id(), vertex));
    this.inputs = inputs;
    this.problems = problems;
  }

  List<String> sort() {
    vertices.keySet().forEach(this::visit);
    return List.copyOf(done);
  }

  private void visit(String id) {
    if (done.contains(id)) {
      return;
    }
    path.add(id);
    for (Output input : inputs.getOrDefault(id, List.of())) {
      if (path.contains(input.vertex())) {
        reportCycle(input.vertex());
      } else if (vertices.containsKey(input.vertex())) {
        visit(input.vertex());
      }
    }
    path.remove(path.size() - 1);
    done.add(id);
  }

  /** Reports a cycle at an explicit {@code from}: by default a step reads what stands before it. */
  private void reportCycle(String first) {
    List<String> cycle = new ArrayList<>(path.subList(path.indexOf(first), path.size()));
    cycle.add(first);
    String shown = String.join(" <- ", cycle);
    for (int i = 0; i + 1 < cycle.size(); i++) {
      Vertex vertex = Objects.requireNonNull(vertices.get(cycle.get(i)));
      String input = cycle.get(i + 1);
      List<Vertex.Reference> from = vertex.from();
      for (Vertex.Reference reference : from == null ? List.<Vertex.Reference>of() : from) {
        if (reference.output().vertex().equals(input)) {
          String label = vertex.place().label();
          problems.error(
              reference.at(), label, "Cannot wire the " + kind + ": a cycle (" + shown + ")");
        }
      }
    }
  }
}
