// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.sink.Sink;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.YamlMapping;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Checks that no two sinks write to the same place, however they name it, and that they work with
 * the checkpoints of the job.
 */
final class SinkChecks {
  private final Problems problems;

  SinkChecks(Problems problems) {
    this.problems = problems;
  }

  void check(PipelineDraft draft) {
    checkTargets(draft);
    Settings settings = draft.settings();
    Checkpoint checkpoint = settings == null ? null : settings.checkpoint();
    Duration every = checkpoint == null ? null : checkpoint.every();
    if (every != null) {
      draft.sinks().forEach(vertex -> checkInterval(vertex, every));
    }
  }

  private void checkInterval(Vertex vertex, Duration every) {
    Sink sink = vertex.sink();
    OptionProblem problem = sink == null ? null : sink.problemWithInterval(every);
    if (problem != null) {
      problems.error(problem.in(vertex.options()), vertex.place().label(), problem.message());
    }
  }

  private void checkTargets(PipelineDraft draft) {
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
