package io.drey.state.cli;

import io.drey.state.cli.SavepointArguments.Findings;
import io.drey.state.inspect.SavepointReport;
import io.drey.state.inspect.StateReport;
import io.drey.state.read.RowReader;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints what an operator keeps. */
@Command(
    name = "read",
    description = "Prints what an operator keeps, one JSON object a line.",
    mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init") // by picocli
  private StateCommand command;

  @Mixin private final SavepointArguments arguments = new SavepointArguments();

  @Parameters(paramLabel = "SAVEPOINT", description = SavepointArguments.SAVEPOINT)
  @SuppressWarnings("NullAway.Init") // by picocli
  private String savepoint;

  @Option(
      names = "--operator",
      paramLabel = "ID",
      required = true,
      description = SavepointArguments.OPERATOR)
  @SuppressWarnings("NullAway.Init") // by picocli
  private String operator;

  @Option(names = "--state", paramLabel = "NAME", description = "one state; all if left out")
  private @Nullable String state;

  @Option(names = "--limit", paramLabel = "N", description = "so many rows at most")
  private long limit = Long.MAX_VALUE;

  @Override
  public Integer call() {
    return arguments.report(command.terminal(), () -> Findings.damage(read()));
  }

  private List<String> read() {
    SnapshotFiles files = SnapshotFiles.at(savepoint);
    OperatorSnapshot wanted = arguments.operator(files.metadata(), operator);
    arguments.usage(() -> checkedStates(files, wanted));
    return RowReader.read(files, wanted, state, limit, command.terminal().out()::print);
  }

  private List<StateReport> checkedStates(SnapshotFiles files, OperatorSnapshot of) {
    List<StateReport> states = SavepointReport.of(files, of).states();
    if (state != null && states.stream().noneMatch(each -> each.name().equals(state))) {
      throw new IllegalArgumentException(
          "Unknown state: '%s' (known: %s)"
              .formatted(
                  state,
                  states.stream()
                      .map(StateReport::name)
                      .sorted()
                      .collect(Collectors.joining(", "))));
    }
    return states;
  }
}
