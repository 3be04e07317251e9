// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.ExitCode;
import io.drey.jobs.cli.RowFormat;
import io.drey.jobs.cli.Terminal;
import io.drey.jobs.cli.cluster.RestoreCheck;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.state.plan.Plan;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** Lets {@code submit} make a plan first, whose rows are told only if the job would not start. */
record SubmitPlan(Terminal terminal) implements RestoreCheck {
  @Override
  public int check(
      String savepoint, boolean allowNonRestored, Path file, Pipeline pipeline, Wiring wiring) {
    StringWriter rows = new StringWriter();
    StringWriter messages = new StringWriter();
    Terminal aside = new Terminal(new PrintWriter(rows), new PrintWriter(messages), false, false);
    int code =
        new PlanReport(aside, RowFormat.TABLE, false)
            .print(file.toString(), () -> plan(savepoint, allowNonRestored, pipeline, wiring));
    if (code != ExitCode.OK) {
      rows.toString().lines().forEach(terminal.err()::println);
      messages.toString().lines().forEach(terminal.err()::println);
    }
    return code;
  }

  private static Plan plan(
      String savepoint, boolean allowNonRestored, Pipeline pipeline, Wiring wiring) {
    Plan plan = Plan.of(SnapshotFiles.at(savepoint), pipeline, wiring);
    return allowNonRestored ? plan.allowingNonRestored() : plan;
  }
}
