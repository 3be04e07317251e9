// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.ChangedKeys;
import io.drey.jobs.cli.PipelineCheck;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.state.cli.option.AcceptedOption;
import io.drey.state.plan.Plan;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;

/** Lets {@code validate} also check whether a pipeline would start from a savepoint. */
final class AgainstOption implements PipelineCheck {
  private final Terminal terminal;
  private final OptionalValue<String> savepoint;
  private final Flag strict;
  private final ChangedKeys changedKeys;
  private final AcceptedOption accepted;

  /**
   * @param strict of {@code validate}
   */
  AgainstOption(Options validate, Flag strict, Terminal terminal) {
    this.terminal = terminal;
    this.strict = strict;
    savepoint =
        validate.value(
            "--against",
            "SAVEPOINT",
            String.class,
            "also check whether it would start from this savepoint, as drey state plan does");
    changedKeys = new ChangedKeys(validate);
    accepted = new AcceptedOption(validate);
  }

  @Override
  public int check(Path file, Pipeline pipeline, Wiring wiring) {
    String location = savepoint.get();
    if (location == null) {
      return ExitCode.OK;
    }
    return new PlanReport(terminal, PlanFormat.byDefault(terminal), strict.isGiven())
        .print(
            file.toString(),
            () ->
                accepted.in(Plan.of(SnapshotFiles.at(location), changedKeys.in(pipeline), wiring)));
  }
}
