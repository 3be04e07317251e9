// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.ExitCode;
import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.PipelineCheck;
import io.drey.jobs.cli.Terminal;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.state.plan.Plan;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Lets {@code validate} also check whether a pipeline would start from a savepoint. */
@Command
final class AgainstOption implements PipelineCheck {
  private final CommandLine validate;
  private final Terminal terminal;

  @Option(
      names = "--against",
      paramLabel = "SAVEPOINT",
      description =
          "also check whether it would start from this savepoint, as drey state plan does")
  private @Nullable String savepoint;

  private AgainstOption(CommandLine validate, Terminal terminal) {
    this.validate = validate;
    this.terminal = terminal;
  }

  static void addTo(CommandLine validate, Terminal terminal) {
    AgainstOption option = new AgainstOption(validate, terminal);
    validate.getCommandSpec().addMixin("against", CommandSpec.forAnnotatedObject(option));
  }

  @Override
  public int check(Path file, Pipeline pipeline, Wiring wiring) {
    String location = savepoint;
    if (location == null) {
      return ExitCode.OK;
    }
    boolean isStrict = validate.getParseResult().hasMatchedOption("--strict");
    return new PlanReport(terminal, FormatOption.byDefault(terminal), isStrict)
        .print(file.toString(), () -> Plan.of(SnapshotFiles.at(location), pipeline, wiring));
  }
}
