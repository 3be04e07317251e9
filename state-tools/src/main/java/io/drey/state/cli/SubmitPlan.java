// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.cluster.RestoreCheck;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.state.cli.option.AcceptedOption;
import io.drey.state.plan.Plan;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;

/** Lets {@code submit} make a plan first, whose rows are told only if the job would not start. */
record SubmitPlan(Terminal terminal, AcceptedOption accepted) implements RestoreCheck {
  @Override
  public int check(
      String savepoint, boolean allowNonRestored, Path file, Pipeline pipeline, Wiring wiring) {
    return new RestorePrint(terminal)
        .print(file, () -> plan(savepoint, allowNonRestored, pipeline, wiring));
  }

  private Plan plan(String savepoint, boolean allowNonRestored, Pipeline pipeline, Wiring wiring) {
    Plan plan = accepted.in(Plan.of(SnapshotFiles.at(savepoint), pipeline, wiring));
    return allowNonRestored ? plan.allowingNonRestored() : plan;
  }
}
