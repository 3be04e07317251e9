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
      Sink sink = vertex.sink();
      String target = sink == null ? null : sink.target();
      Vertex first = target == null ? null : seen.putIfAbsent(target, vertex);
      if (first != null) {
        report(vertex, first);
      }
    }
  }

  private void report(Vertex vertex, Vertex first) {
    Sink sink = vertex.sink();
    String key = sink == null ? "" : sink.targetOption();
    YamlMapping.Entry option =
        vertex.options() instanceof YamlMapping options ? options.find(key) : null;
    String shown = option == null ? "" : " but was " + option.value().shown();
    String rule = key.equals("path") ? "lead to another file than" : "differ from";
    problems.error(
        vertex.positionOf(key),
        vertex.place().label(),
        "Invalid %s: must %s that of sink '%s' in line %d%s"
            .formatted(key, rule, first.id(), first.positionOf(key).line(), shown));
  }
}
