// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.output.Terminal;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.SavepointArguments.Findings;
import io.drey.state.plan.Outcome;
import io.drey.state.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Prints plans, and a summary as the last line.
 *
 * @param format of what is printed
 * @param isStrict whether warnings lead to exit code 5
 * @param warnings those about the arguments
 */
record PlanReport(
    Terminal terminal, PlanFormat format, boolean isStrict, Supplier<List<String>> warnings) {
  PlanReport(Terminal terminal, PlanFormat format, boolean isStrict) {
    this(terminal, format, isStrict, List::of);
  }

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
              return print(plan).with(warnings.get());
            });
    summary.forEach(terminal::error);
    return code;
  }

  private Findings print(Plan plan) {
    format.lines(plan, terminal).forEach(terminal.out()::println);
    List<String> unread =
        plan.rows().stream()
            .filter(row -> row.outcome() == Outcome.CARRIED)
            .map(row -> "'%s' of '%s' is orphaned".formatted(row.state(), row.operator()))
            .toList();
    return new Findings(plan.damage(), unread, plan.outcome().compareTo(Outcome.LOST) >= 0);
  }
}
