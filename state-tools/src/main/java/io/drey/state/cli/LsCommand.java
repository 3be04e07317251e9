package io.drey.state.cli;

import io.drey.jobs.cli.ExitCode;
import io.drey.jobs.cli.RowFormat;
import io.drey.jobs.cli.Terminal;
import io.drey.state.inspect.SavepointReport;
import io.drey.state.snapshot.SavepointException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists the operators of a savepoint. */
@Command(
    name = "ls",
    description = "Lists the operators of a savepoint and their states.",
    mixinStandardHelpOptions = true)
final class LsCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init") // by picocli
  private StateCommand state;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table, json, jsonl or csv; a table on a terminal, else jsonl")
  private @Nullable RowFormat format;

  @Parameters(paramLabel = "SAVEPOINT", description = "the directory of a savepoint or checkpoint")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String savepoint;

  @Override
  public Integer call() {
    Terminal terminal = state.terminal();
    try {
      SavepointReport report = SavepointReport.of(savepoint);
      RowFormat byDefault = terminal.outIsTerminal() ? RowFormat.TABLE : RowFormat.JSONL;
      terminal.out().print(Listing.of(report, format == null ? byDefault : format));
      terminal.out().flush();
      report.damage().forEach(terminal::error);
      return report.damage().isEmpty() ? ExitCode.OK : ExitCode.UNREADABLE_SAVEPOINT;
    } catch (SavepointException e) {
      terminal.error(e.getMessage());
      return ExitCode.UNREADABLE_SAVEPOINT;
    }
  }
}
