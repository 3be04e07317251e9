// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The vertices upstream of a step. */
final class Upstream {
  private final Map<String, Vertex> vertices = new HashMap<>();
  private final Wiring wiring;

  Upstream(PipelineDraft draft, Wiring wiring) {
    this.wiring = wiring;
    draft.vertices().forEach(vertex -> vertices.putIfAbsent(vertex.id(), vertex));
  }

  /** The sources that a vertex reads, directly or through steps. */
  List<Vertex> sourcesOf(Vertex vertex) {
    Set<String> seen = new LinkedHashSet<>();
    collect(vertex.id(), seen);
    return seen.stream()
        .map(vertices::get)
        .filter(found -> found != null && found.role() == Vertex.Role.SOURCE)
        .toList();
  }

  /** The vertices that it reads directly. */
  List<Vertex> readBy(Vertex vertex) {
    List<Vertex> read = new ArrayList<>();
    for (Output input : wiring.inputsOf(vertex.id())) {
      Vertex found = vertices.get(input.vertex());
      if (found != null) {
        read.add(found);
      }
    }
    return read;
  }

  /** Its inputs, for messages. */
  String inputsOf(Vertex vertex) {
    return wiring.inputsOf(vertex.id()).stream()
        .map(Output::toString)
        .collect(Collectors.joining(" and "));
  }

  private void collect(String id, Set<String> seen) {
    for (Output input : wiring.inputsOf(id)) {
      if (seen.add(input.vertex())) {
        collect(input.vertex(), seen);
      }
    }
  }
}
