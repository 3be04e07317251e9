// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.output.RowFormat;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.plan.MigrationDocument;
import io.drey.state.plan.Plan;
import io.drey.state.plan.PlanRow;
import java.util.List;

/** How a plan is printed: its rows, or the migration plan that they propose. */
enum PlanFormat {
  TABLE,
  JSON,
  JSONL,
  CSV,
  PLAN;

  private static final List<String> COLUMNS = List.of("operator", "state", "verdict", "what", "do");

  static PlanFormat byDefault(Terminal terminal) {
    return valueOf(FormatOption.byDefault(terminal).name());
  }

  List<String> lines(Plan plan, Terminal terminal) {
    if (this == PLAN) {
      return MigrationDocument.of(plan);
    }
    List<List<String>> rows = plan.rows().stream().map(PlanFormat::cells).toList();
    return RowFormat.valueOf(name()).lines(COLUMNS, rows, terminal);
  }

  private static List<String> cells(PlanRow row) {
    return List.of(
        row.operator(), row.state(), row.verdict().toString(), row.what(), row.remedy().toString());
  }
}
