// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import io.drey.state.migration.MigrationPlan;
import io.drey.state.migration.OperatorChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the outer structure of a plan. */
final class PlanReader {
  /** The most that Flink allows. */
  static final int MOST_PARALLELISM = 1 << 15;

  static final List<String> KEYS = List.of("version", "operators", "max-parallelism");

  private final Problems problems;

  PlanReader(Problems problems) {
    this.problems = problems;
  }

  @Nullable MigrationPlan read(YamlValue root) {
    if (!(root instanceof YamlMapping mapping)) {
      problems.error(root.at(), "", "Invalid plan: must be a mapping but was " + root.shown());
      return null;
    }
    Section plan = Section.ofKeys(mapping, "", problems, KEYS);
    checkVersion(plan);
    if (!plan.has("operators") && !plan.has("max-parallelism")) {
      plan.problem(mapping.at(), "Missing key 'operators' or 'max-parallelism': nothing changes");
    }
    return new MigrationPlan(operators(plan), plan.integer("max-parallelism", 1, MOST_PARALLELISM));
  }

  private static void checkVersion(Section plan) {
    YamlValue version = plan.find("version");
    if (version == null) {
      plan.missing("version");
    } else if (!(version instanceof YamlScalar scalar)
        || !(scalar.isUnresolved() || scalar.text().equals("1"))) {
      plan.problem(version.at(), "Unsupported version: " + version.shown() + " (known: 1)");
    }
  }

  private static List<OperatorChange> operators(Section plan) {
    List<OperatorChange> operators = new ArrayList<>();
    Section byName = plan.names("operators");
    if (byName != null) {
      byName.mapping().all().stream()
          .map(entry -> OperatorReader.read(byName, entry))
          .forEach(operators::add);
      new NewNames(byName).check(operators, OperatorChange::operator, OperatorChange::renameTo);
    }
    return List.copyOf(operators);
  }
}
