// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.PipelineCheck;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.local.SavepointPath;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.state.plan.Plan;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@code run} refuse a savepoint whose state its steps would not find. All else Flink refuses
 * itself as the job starts.
 *
 * @param fromSavepoint of {@code run}
 */
record RunCheck(Terminal terminal, OptionalValue<String> fromSavepoint) implements PipelineCheck {
  @Override
  public int check(Path file, Pipeline pipeline, Wiring wiring) {
    String location = fromSavepoint.get();
    Plan plan = location == null ? null : plan(location, pipeline);
    if (plan == null || plan.rows().isEmpty()) {
      return ExitCode.OK;
    }
    return new RestorePrint(terminal).print(file, () -> plan);
  }

  /** None where the run will say why it cannot read the savepoint. */
  private static @Nullable Plan plan(String location, Pipeline pipeline) {
    try {
      return Plan.ofDefinitions(SnapshotFiles.at(SavepointPath.resolve(location)), pipeline);
    } catch (IOException | SavepointException e) {
      return null;
    }
  }
}
