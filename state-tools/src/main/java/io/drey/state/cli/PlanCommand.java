// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.PipelineArguments;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.state.cli.option.AcceptedOption;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.TemporaryOption;
import io.drey.state.plan.Backend;
import io.drey.state.plan.Plan;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;

/** Checks whether a job would start from a savepoint. */
final class PlanCommand implements Command {
  private final Terminal terminal;
  private final Options options =
      new Options(
          "Checks whether a pipeline would start from a savepoint, and suggests what to do if not.");

  private final SavepointArguments arguments =
      new SavepointArguments(options, TemporaryOption.ofCopies(options));

  private final PipelineArguments pipelines = new PipelineArguments(options);
  private final Value<String> savepoint =
      options.parameter("SAVEPOINT", String.class, SavepointArguments.SAVEPOINT);

  private final OptionalValue<Path> file =
      options.optionalParameter("PIPELINE", Path.class, "a pipeline file");

  private final OptionalValue<String> staging =
      options.value(
          "--with",
          "SAVEPOINT",
          String.class,
          "check against the job that wrote this savepoint instead of a pipeline");
  private final OptionalValue<Backend> backend =
      options.value(
          "--backend",
          "BACKEND",
          Backend.class,
          "the state backend by whose rules to compare: ${COMPLETION-CANDIDATES}; default: the"
              + " stricter one");
  private final AcceptedOption accepted = new AcceptedOption(options);
  private final OptionalValue<PlanFormat> format =
      options.value(
          "-o, --output",
          "FORMAT",
          PlanFormat.class,
          "table, json, jsonl or csv; or plan: a migration plan of what to do; default: table on a"
              + " terminal, else jsonl");

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    Path pipelineFile = file.get();
    String other = staging.get();
    if ((pipelineFile == null) == (other == null)) {
      throw new UsageException("Missing job: must be a PIPELINE or a savepoint after --with");
    }
    Backend rules = Objects.requireNonNullElse(backend.get(), Backend.STRICTEST);
    if (other != null) {
      return print(
          other, () -> Plan.of(arguments.openFirst(savepoint.get()), arguments.open(other), rules));
    }
    Loaded loaded = pipelines.load(Objects.requireNonNull(pipelineFile), terminal);
    Pipeline pipeline = loaded.pipeline();
    Wiring wiring = loaded.wiring();
    if (pipeline == null || wiring == null) {
      return ExitCode.INVALID_PIPELINE;
    }
    return print(
        pipelineFile.toString(), () -> Plan.of(arguments.open(savepoint), pipeline, wiring, rules));
  }

  private int print(String job, Supplier<Plan> made) {
    PlanFormat given = Objects.requireNonNullElse(format.get(), PlanFormat.byDefault(terminal));
    return new PlanReport(terminal, given, arguments.isStrict(), arguments::warnings)
        .print(job, () -> accepted.in(made.get()));
  }
}
