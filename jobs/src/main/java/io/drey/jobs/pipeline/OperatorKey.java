// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Unknown;
import io.drey.jobs.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the one key of a step that names its operator. */
final class OperatorKey {
  private static final List<String> OUTER = List.of("id", "from");

  private final Problems problems;

  OperatorKey(Problems problems) {
    this.problems = problems;
  }

  /** The operator's entry; null if a problem has been reported. */
  YamlMapping.@Nullable Entry find(YamlMapping step, String path) {
    Collection<String> known = StepKinds.all().keySet();
    List<YamlMapping.Entry> operators = new ArrayList<>();
    List<YamlMapping.Entry> others = new ArrayList<>();
    for (YamlMapping.Entry entry : step.all()) {
      if (!OUTER.contains(entry.key())) {
        (known.contains(entry.key()) ? operators : others).add(entry);
      }
    }
    if (operators.isEmpty()) {
      reportMissing(step, others, path);
      return null;
    }
    others.forEach(entry -> reportUnknownKey(entry, operators.get(0), path));
    operators.stream().skip(1).forEach(entry -> reportSecond(entry, operators.get(0), path));
    return operators.get(0);
  }

  private void reportMissing(YamlMapping step, List<YamlMapping.Entry> others, String path) {
    Collection<String> known = StepKinds.all().keySet();
    if (others.isEmpty()) {
      problems.error(step.at(), path, "Missing operator (known: " + String.join(", ", known) + ")");
    }
    for (YamlMapping.Entry entry : others) {
      String message =
          Unknown.isNear(entry.key(), OUTER)
              ? Unknown.message("key", entry.key(), OUTER)
              : Unknown.message("operator", entry.key(), known);
      problems.error(entry.at(), path, message);
    }
  }

  private void reportUnknownKey(YamlMapping.Entry entry, YamlMapping.Entry operator, String path) {
    List<String> known = new ArrayList<>(OUTER);
    known.add(operator.key());
    String label = path + " (" + operator.key() + ")";
    problems.error(entry.at(), label, Unknown.message("key", entry.key(), known));
  }

  private void reportSecond(YamlMapping.Entry entry, YamlMapping.Entry first, String path) {
    problems.error(
        entry.at(),
        path,
        "Invalid step: must have one operator but has " + first.key() + " and " + entry.key());
  }
}
