// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.output.RowFormat;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.cli.SavepointArguments.Findings;
import io.drey.state.plan.Outcome;
import io.drey.state.plan.Plan;
import io.drey.state.plan.PlanRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Prints plans: their rows, and a summary as the last line.
 *
 * @param format of the rows
 * @param isStrict whether warnings lead to exit code 5
 */
record PlanReport(Terminal terminal, RowFormat format, boolean isStrict) {
  private static final List<String> COLUMNS = List.of("operator", "state", "verdict", "what", "do");

  /** Prints a plan and returns the exit code. */
  int print(String job, Supplier<Plan> made) {
    List<String> summary = new ArrayList<>();
    int code =
        SavepointArguments.report(
            terminal,
            isStrict,
            () -> {
              Plan plan = made.get();
              summary.add(job + ": " + plan.summary());
              return print(plan);
            });
    summary.forEach(terminal::error);
    return code;
  }

  private Findings print(Plan plan) {
    List<List<String>> rows = plan.rows().stream().map(PlanReport::cells).toList();
    format.lines(COLUMNS, rows, terminal).forEach(terminal.out()::println);
    List<String> unread =
        plan.rows().stream()
            .filter(row -> row.outcome() == Outcome.CARRIED)
            .map(row -> "'%s' of '%s' is orphaned".formatted(row.state(), row.operator()))
            .toList();
    return new Findings(plan.damage(), unread, plan.outcome().compareTo(Outcome.LOST) >= 0);
  }

  private static List<String> cells(PlanRow row) {
    return List.of(row.operator(), row.state(), row.verdict().toString(), row.what(), row.remedy());
  }
}
