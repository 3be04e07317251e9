// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.sink.Sink;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.YamlMapping;
import java.util.HashMap;
import java.util.Map;

/** Checks that no two sinks write to the same place, however they name it. */
final class SinkTargets {
  private final Problems problems;

  SinkTargets(Problems problems) {
    this.problems = problems;
  }

  void check(PipelineDraft draft) {
    Map<String, Vertex> seen = new HashMap<>();
    for (Vertex vertex : draft.sinks()) {
      String target = vertex.definition() instanceof Sink sink ? sink.target() : null;
      Vertex first = target == null ? null : seen.putIfAbsent(target, vertex);
      if (first != null) {
        report(vertex, first);
      }
    }
  }

  private void report(Vertex vertex, Vertex first) {
    YamlMapping.Entry path =
        vertex.options() instanceof YamlMapping options ? options.find("path") : null;
    String shown = path == null ? "" : " but was " + path.value().shown();
    problems.error(
        vertex.positionOf("path"),
        vertex.place().label(),
        "Invalid path: must lead to another file than that of sink '%s' in line %d%s"
            .formatted(first.id(), first.positionOf("path").line(), shown));
  }
}
