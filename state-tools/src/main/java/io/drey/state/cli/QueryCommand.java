// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cli.run.Failures;
import io.drey.jobs.cli.run.RunLog;
import io.drey.jobs.function.UserJars;
import io.drey.jobs.local.TemporaryFiles;
import io.drey.state.cli.option.JarOption;
import io.drey.state.cli.option.ReadingLine;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.SavepointArguments.Findings;
import io.drey.state.cli.option.TemporaryOption;
import io.drey.state.query.QueryFailedException;
import io.drey.state.query.QueryResult;
import io.drey.state.query.SavepointQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;

/** Runs a SQL query over a savepoint and prints the result. */
final class QueryCommand implements Command {
  /** What Linux and macOS say. */
  private static final String FULL_DISK = "No space left on device";

  private final Terminal terminal;
  private final Options options =
      new Options("Runs a Flink SQL query over the states of a savepoint.");

  private final TemporaryOption temporary =
      new TemporaryOption(
          options, "keep what does not fit into memory, and copy the files that RocksDB needs");

  private final SavepointArguments arguments = new SavepointArguments(options, temporary);
  private final JarOption jars = new JarOption(options);
  private final Value<String> savepoint =
      options.parameter("SAVEPOINT", String.class, SavepointArguments.SAVEPOINT);

  private final Value<String> sql =
      options.parameter(
          "SQL",
          String.class,
          "a SELECT, WITH, VALUES, EXPLAIN, SHOW TABLES or DESCRIBE statement");
  private final FormatOption format = new FormatOption(options);

  QueryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() throws IOException {
    try (TemporaryFiles files = TemporaryFiles.claimIn(temporary.get());
        RunLog log = RunLog.open(files.directory(), /* verbose= */ false, /* hasInfos= */ true)) {
      try {
        UserJars loaded = jars.load();
        return loaded.within(
            () -> arguments.report(terminal, () -> answer(files.directory(), loaded)));
      } catch (QueryFailedException e) {
        String where = log.keep().map(kept -> " (log: " + kept + ")").orElse("");
        terminal.error(Failures.describe(e) + ofFullDisk(e) + where);
        return ExitCode.FAILED;
      } catch (RuntimeException e) {
        if (ofFullDisk(e).isEmpty()) {
          throw e;
        }
        terminal.error(Failures.describe(e) + ofFullDisk(e));
        return ExitCode.FAILED;
      }
    }
  }

  private String ofFullDisk(RuntimeException failure) {
    return Failures.describe(failure).contains(FULL_DISK)
        ? " (in " + temporary.get() + ": see --tmp)"
        : "";
  }

  private Findings answer(Path directory, UserJars loaded) {
    try (QueryResult answer =
            Usage.check(
                () ->
                    SavepointQuery.ask(
                        arguments.open(savepoint.get(), directory), sql.get(), loaded));
        ReadingLine line = ReadingLine.of(terminal, answer.readings());
        RowPrinter printer = printer(answer, terminal)) {
      answer.forEach(
          rows -> {
            printer.print(rows);
            // a closed output ends the query
            return !terminal.out().checkError();
          });
      return new Findings(answer.damage(), answer.warnings(), false);
    }
  }

  private RowPrinter printer(QueryResult answer, Terminal terminal) {
    RowColumns columns = new RowColumns(new LinkedHashSet<>(answer.columns()));
    return RowPrinter.of(format.on(terminal), columns, terminal);
  }
}
