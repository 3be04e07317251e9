// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.yaml.Problem;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.migration.MigrationPlan;
import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.apply.PlanEdits;
import io.drey.state.migration.check.PlanCheck;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.migration.check.ResolvedPlan;
import io.drey.state.migration.file.LoadedPlan;
import io.drey.state.migration.file.MigrationFile;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.rewrite.edit.RefusedException;
import java.nio.file.Path;
import java.util.List;

/** Writes a savepoint that a plan changes. */
public final class MigrateCommand implements Command {
  private static final String TEMPORARY = "sort, and copy the files that RocksDB needs";

  private final Terminal terminal;
  private final Options options =
      new Options(
          "Changes a savepoint by a plan: shows what would change, and writes a new savepoint with"
              + " --execute.");
  private final Value<String> savepoint =
      options.parameter("SAVEPOINT", String.class, SavepointArguments.SAVEPOINT);

  private final Value<Path> plan =
      options.required("--plan", "FILE", Path.class, "the migration plan");

  private final Flag reread =
      options.flag(
          "--reread",
          "drop Kafka topics, though a source that still subscribes to one reads it from earliest"
              + " again");

  private final WritingOptions writing;
  private final FormatOption format;

  public MigrateCommand(Terminal terminal) {
    this.terminal = terminal;
    this.writing =
        WritingOptions.ofDryRun(terminal, options, TEMPORARY, CanonicalChange.option(options));
    this.format = new FormatOption(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    return writing.run(this::migrate);
  }

  private int migrate() {
    LoadedPlan loaded = MigrationFile.load(plan.get());
    tell(loaded.problems());
    MigrationPlan wanted = loaded.plan();
    if (wanted == null) {
      return ExitCode.INVALID_PIPELINE;
    }
    SavepointWriting target = writing.open(savepoint.get());
    ResolvedPlan resolved = PlanCheck.resolve(plan.get().toString(), wanted, target.source());
    tell(resolved.problems());
    if (!resolved.problems().isEmpty()) {
      return ExitCode.INCOMPATIBLE_STATE;
    }
    if (!reread.isGiven()) {
      resolved.operators().forEach(MigrateCommand::refuseRereading);
    }
    List<OperatorEdit> edits = PlanEdits.of(resolved, System.currentTimeMillis());
    MigrationReport report = MigrationReport.of(resolved, target.apply(edits));
    report.print(format.on(terminal), terminal);
    if (target.isDryRun()) {
      report.printExamples(terminal);
      target.sayHowToWrite();
    }
    return target.exitCode();
  }

  private static void refuseRereading(ResolvedOperator operator) {
    OperatorChange change = operator.change();
    if (change != null && change.kafka() != null && !change.kafka().drop().isEmpty()) {
      throw new RefusedException(
          operator,
          "if it still subscribes to topic '%s', it reads that from earliest again: --reread allows it"
              .formatted(change.kafka().drop().get(0)));
    }
  }

  private void tell(List<Problem> problems) {
    problems.forEach(problem -> terminal.tell(problem.toString()));
  }
}
