// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.expression.ScriptPlace;
import io.drey.jobs.option.ScriptFile;
import io.drey.jobs.step.Step;
import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that a script asks for the origin of events only where they still have the one. */
final class OriginChecks {
  private final Upstream upstream;
  private final Problems problems;

  OriginChecks(Upstream upstream, Problems problems) {
    this.upstream = upstream;
    this.problems = problems;
  }

  void check(Vertex vertex) {
    Step step = vertex.step();
    ScriptPlace use = step == null ? null : step.originUse();
    Vertex between = use == null ? null : stateful(vertex);
    if (use != null && between != null) {
      report(vertex, use, message(between));
    }
  }

  /** A step with state from which events come to a step, directly or through others; or null. */
  private @Nullable Vertex stateful(Vertex step) {
    Set<String> seen = new HashSet<>();
    Deque<Vertex> open = new ArrayDeque<>(upstream.readBy(step));
    while (!open.isEmpty()) {
      Vertex vertex = open.remove();
      if (vertex.statefulStep() != null) {
        return vertex;
      }
      if (seen.add(vertex.id())) {
        open.addAll(upstream.readBy(vertex));
      }
    }
    return null;
  }

  private static String message(Vertex between) {
    return "Cannot read meta: step '"
        + between.id()
        + "' ("
        + between.type()
        + ") is between source and script, where only filter, set, select and drop-fields may be"
        + " (a script before '"
        + between.id()
        + "' can keep it: event.position = meta.position)";
  }

  private void report(Vertex step, ScriptPlace use, String message) {
    String label = step.place().label();
    YamlMapping options = (YamlMapping) step.options();
    YamlValue script = Objects.requireNonNull(options.find("event")).value();
    if (script instanceof YamlScalar text && ScriptFile.isInline(text)) {
      problems.error(text.at(use.line(), use.column()), label, message);
      return;
    }
    Position at =
        script instanceof YamlMapping file ? file.positionOf("file") : step.positionOf("event");
    problems.error(at, label, use.where() + ": " + message);
  }
}
