package io.drey.state.cli;

import io.drey.jobs.cli.RowFormat;
import io.drey.jobs.cli.Terminal;
import io.drey.state.cli.SavepointArguments.Findings;
import io.drey.state.inspect.SavepointReport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private final SavepointArguments arguments = new SavepointArguments();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table, json, jsonl or csv; a table on a terminal, else jsonl")
  private @Nullable RowFormat format;

  @Parameters(paramLabel = "SAVEPOINT", description = SavepointArguments.SAVEPOINT)
  @SuppressWarnings("NullAway.Init") // by picocli
  private String savepoint;

  @Override
  public Integer call() {
    return arguments.report(state.terminal(), this::list);
  }

  private Findings list() {
    Terminal terminal = state.terminal();
    SavepointReport report = SavepointReport.of(savepoint);
    RowFormat byDefault = terminal.outIsTerminal() ? RowFormat.TABLE : RowFormat.JSONL;
    terminal.out().print(Listing.of(report, format == null ? byDefault : format));
    return Findings.damage(report.damage());
  }
}
