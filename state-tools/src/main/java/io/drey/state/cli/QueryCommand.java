// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.ExitCode;
import io.drey.jobs.cli.Failures;
import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.RunLog;
import io.drey.jobs.cli.Terminal;
import io.drey.jobs.local.TemporaryFiles;
import io.drey.state.cli.SavepointArguments.Findings;
import io.drey.state.query.QueryFailedException;
import io.drey.state.query.QueryResult;
import io.drey.state.query.SavepointQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs a SQL query over a savepoint and prints the result. */
@Command(
    description = "Runs a Flink SQL query over the states of a savepoint.",
    mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final SavepointArguments arguments = new SavepointArguments();

  @Parameters(index = "0", paramLabel = "SAVEPOINT", description = SavepointArguments.SAVEPOINT)
  @SuppressWarnings("NullAway.Init") // by picocli
  private String savepoint;

  @Parameters(
      index = "1",
      paramLabel = "SQL",
      description = "a SELECT, WITH, VALUES, EXPLAIN, SHOW TABLES or DESCRIBE statement")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String sql;

  @Mixin private final FormatOption format = new FormatOption();

  QueryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (TemporaryFiles temporary = TemporaryFiles.claim();
        RunLog log =
            RunLog.open(temporary.directory(), /* verbose= */ false, /* hasCluster= */ true)) {
      try {
        return arguments.report(terminal, () -> answer(temporary.directory()));
      } catch (QueryFailedException e) {
        String where = log.keep().map(kept -> " (log: " + kept + ")").orElse("");
        terminal.error(Failures.describe(e) + where);
        return ExitCode.FAILED;
      }
    }
  }

  private Findings answer(Path temporary) {
    try (QueryResult answer = arguments.usage(() -> SavepointQuery.ask(savepoint, sql, temporary));
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
    return RowPrinter.of(format.on(terminal), columns, terminal.out());
  }
}
