// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.ExitCode;
import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.PipelineArguments;
import io.drey.jobs.cli.Terminal;
import io.drey.jobs.cli.Usage;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.state.plan.Plan;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks whether a job would start from a savepoint. */
@Command(
    description =
        "Checks whether a pipeline would start from a savepoint, and suggests what to do if not.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final SavepointArguments arguments = new SavepointArguments();

  @Mixin private final PipelineArguments pipelines = new PipelineArguments();

  @Parameters(paramLabel = "SAVEPOINT", index = "0", description = SavepointArguments.SAVEPOINT)
  @SuppressWarnings("NullAway.Init") // by picocli
  private String savepoint;

  @Parameters(paramLabel = "PIPELINE", index = "1", arity = "0..1", description = "a pipeline file")
  private @Nullable Path file;

  @Option(
      names = "--with",
      paramLabel = "SAVEPOINT",
      description = "check against the job that wrote this savepoint instead of a pipeline")
  private @Nullable String staging;

  @Mixin private final FormatOption format = new FormatOption();

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if ((file == null) == (staging == null)) {
      throw Usage.error(spec, "Missing job: must be a PIPELINE or a savepoint after --with");
    }
    if (staging != null) {
      String other = staging;
      return print(other, () -> Plan.of(SnapshotFiles.at(savepoint), SnapshotFiles.at(other)));
    }
    Path pipelineFile = Objects.requireNonNull(file);
    Loaded loaded = pipelines.load(pipelineFile, terminal);
    Pipeline pipeline = loaded.pipeline();
    Wiring wiring = loaded.wiring();
    if (pipeline == null || wiring == null) {
      return ExitCode.INVALID_PIPELINE;
    }
    return print(
        pipelineFile.toString(), () -> Plan.of(SnapshotFiles.at(savepoint), pipeline, wiring));
  }

  private int print(String job, Supplier<Plan> made) {
    return new PlanReport(terminal, format.on(terminal), arguments.isStrict()).print(job, made);
  }
}
