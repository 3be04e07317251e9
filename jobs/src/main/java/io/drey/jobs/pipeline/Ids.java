// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.sink.Sink;
import io.drey.jobs.step.StatefulStep;
import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks that ids can be operator uids: well-formed and unique. */
final class Ids {
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Problems problems;

  Ids(Problems problems) {
    this.problems = problems;
  }

  void check(PipelineDraft draft) {
    Map<String, Position> seen = new HashMap<>();
    for (Vertex vertex : draft.vertices()) {
      if (!isPlaceholder(vertex)) {
        checkForm(vertex);
        Position first = seen.putIfAbsent(vertex.id(), vertex.idAt());
        if (first != null) {
          report(vertex, "be unique (first in line " + first.line() + ")");
        }
      }
    }
    draft.steps().forEach(step -> checkDerived(step, derived(step.statefulStep()), draft));
    draft.sinks().forEach(sink -> checkDerived(sink, derived(sink.sink()), draft));
    draft.vertices().stream()
        .filter(vertex -> vertex.role() == Vertex.Role.SOURCE)
        .forEach(source -> checkDerived(source, List.of("-malformed"), draft));
  }

  private static List<String> derived(@Nullable StatefulStep step) {
    return step == null ? List.of() : step.uidSuffixes();
  }

  private static List<String> derived(@Nullable Sink sink) {
    return sink == null ? List.of() : sink.uidSuffixes();
  }

  private void checkForm(Vertex vertex) {
    if (!KEBAB.matcher(vertex.id()).matches()) {
      report(vertex, "be in kebab-case, like 'first-login',");
    }
  }

  private void checkDerived(Vertex of, List<String> suffixes, PipelineDraft draft) {
    for (Vertex vertex : draft.vertices()) {
      if (suffixes.stream().anyMatch(suffix -> vertex.id().equals(of.id() + suffix))) {
        String owner = of.role().name().toLowerCase(Locale.ROOT) + " '" + of.id();
        report(vertex, "differ from the names that " + owner + "' gives its operators");
      }
    }
  }

  private void report(Vertex vertex, String rule) {
    problems.error(
        vertex.idAt(),
        vertex.place().label(),
        "Invalid id: must " + rule + " but was '" + vertex.id() + "'");
  }

  /** A step without an id has its place as id; the missing id has been reported. */
  private static boolean isPlaceholder(Vertex vertex) {
    return vertex.role() == Vertex.Role.STEP && vertex.id().startsWith("steps[");
  }
}
