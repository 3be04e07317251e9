// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.jobs.cli.ExitCode;
import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.yaml.Problem;
import io.drey.state.cli.option.JarOption;
import io.drey.state.cli.option.OutputOption;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.TemporaryOption;
import io.drey.state.migration.MigrationPlan;
import io.drey.state.migration.apply.PlanEdits;
import io.drey.state.migration.check.PlanCheck;
import io.drey.state.migration.check.ResolvedPlan;
import io.drey.state.migration.file.LoadedPlan;
import io.drey.state.migration.file.MigrationFile;
import io.drey.state.rewrite.StateResult;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import java.util.List;

/** Writes a savepoint that a plan changes. */
public final class MigrateCommand implements Command {
  private final Terminal terminal;
  private final Options options =
      new Options(
          "Changes a savepoint by a plan: shows what would change, and writes a new savepoint with"
              + " --execute.");
  private final Value<String> savepoint =
      options.parameter("SAVEPOINT", String.class, SavepointArguments.SAVEPOINT);

  private final Value<Path> plan =
      options.required("--plan", "FILE", Path.class, "the migration plan");

  private final OutputOption output = new OutputOption(options);
  private final Flag execute = options.flag("--execute", "write the new savepoint");
  private final SavepointArguments arguments =
      new SavepointArguments(
          options, new TemporaryOption(options, "sort, and copy the files that RocksDB needs"));

  private final JarOption jars = new JarOption(options);
  private final FormatOption format = new FormatOption(options);

  public MigrateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    return jars.load().within(() -> SavepointWriting.report(terminal, this::migrate));
  }

  private int migrate() {
    Path target = execute.isGiven() ? output.required() : null;
    LoadedPlan loaded = MigrationFile.load(plan.get());
    tell(loaded.problems());
    MigrationPlan wanted = loaded.plan();
    if (wanted == null) {
      return ExitCode.INVALID_PIPELINE;
    }
    SnapshotFiles files = arguments.open(savepoint);
    ResolvedPlan resolved = PlanCheck.resolve(plan.get().toString(), wanted, files);
    tell(resolved.problems());
    if (!resolved.problems().isEmpty()) {
      return ExitCode.INCOMPATIBLE_STATE;
    }
    List<OperatorEdit> edits = PlanEdits.of(resolved, System.currentTimeMillis());
    SavepointWriting writing = new SavepointWriting(terminal, files);
    List<StateResult> results =
        target == null ? writing.tryOut(edits) : writing.write(edits, target);
    MigrationReport report = MigrationReport.of(resolved, results);
    report.print(format.on(terminal), terminal);
    if (target == null) {
      report.printExamples(terminal);
      terminal.err().println("nothing is written: see --execute");
    }
    return writing.hasWarnings() && arguments.isStrict()
        ? ExitCode.INCOMPATIBLE_STATE
        : ExitCode.OK;
  }

  private void tell(List<Problem> problems) {
    problems.forEach(problem -> terminal.tell(problem.toString()));
  }
}
