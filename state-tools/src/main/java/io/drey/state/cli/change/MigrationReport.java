// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.jobs.cli.output.RowFormat;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.migration.check.ResolvedPlan;
import io.drey.state.migration.kafka.PartitionChange;
import io.drey.state.rewrite.Examples;
import io.drey.state.rewrite.StateResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows what a migration changes: operators, and the states that are written anew. */
record MigrationReport(List<List<String>> rows, List<String> examples) {
  private static final List<String> COLUMNS =
      List.of("operator", "state", "change", "entries", "new entries", "new bytes");

  static MigrationReport of(ResolvedPlan plan, List<StateResult> results) {
    Map<String, List<StateResult>> byOperator = new HashMap<>();
    results.forEach(
        result ->
            byOperator
                .computeIfAbsent(result.operator().hash(), hash -> new ArrayList<>())
                .add(result));
    List<List<String>> rows = new ArrayList<>();
    for (ResolvedOperator operator : plan.operators()) {
      String change = ChangeText.of(operator);
      if (!change.isEmpty()) {
        rows.add(List.of(operator.toString(), "", change, "", "", ""));
      }
      if (operator.kafka() != null) {
        operator.kafka().partitions().forEach(partition -> rows.add(row(operator, partition)));
      }
      byOperator
          .getOrDefault(operator.snapshot().id().hash(), List.of())
          .forEach(result -> rows.add(row(operator, result)));
    }
    return new MigrationReport(rows, examples(results));
  }

  private static List<String> row(ResolvedOperator operator, PartitionChange partition) {
    return List.of(
        operator.toString(), "topic " + partition.partition(), partition.change(), "", "", "");
  }

  /** Returns the first entries of states that change, before and after. */
  private static List<String> examples(List<StateResult> results) {
    List<String> lines = new ArrayList<>();
    for (StateResult result : results) {
      Examples examples = result.examples();
      if (!examples.before().equals(examples.after())) {
        examples.before().forEach(row -> lines.add("- " + row));
        examples.after().forEach(row -> lines.add("+ " + row));
      }
    }
    return lines;
  }

  private static List<String> row(ResolvedOperator operator, StateResult result) {
    return List.of(
        operator.toString(),
        result.state(),
        ChangeText.of(operator, result),
        String.valueOf(result.read()),
        String.valueOf(result.written()),
        String.valueOf(result.bytes()));
  }

  /** Shows some entries before and after. */
  void printExamples(Terminal terminal) {
    examples.forEach(terminal.err()::println);
  }

  void print(RowFormat format, Terminal terminal) {
    format.lines(COLUMNS, rows, terminal).forEach(terminal.out()::println);
    terminal.out().flush();
  }
}
