package io.drey.state.cli;

import io.drey.jobs.cli.ExitCode;
import io.drey.jobs.cli.Terminal;
import io.drey.state.inspect.OperatorReport;
import io.drey.state.inspect.SavepointReport;
import io.drey.state.inspect.StateReport;
import io.drey.state.read.RowReader;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints what an operator keeps. */
@Command(
    name = "read",
    description = "Prints what an operator keeps, one JSON object a line.",
    mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init") // by picocli
  private StateCommand command;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "SAVEPOINT", description = "the directory of a savepoint or checkpoint")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String savepoint;

  @Option(
      names = "--operator",
      paramLabel = "ID",
      required = true,
      description = "its uid, its hash, or its name if no other has it")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String operator;

  @Option(names = "--state", paramLabel = "NAME", description = "one state; all if left out")
  private @Nullable String state;

  @Option(names = "--limit", paramLabel = "N", description = "so many rows at most")
  private long limit = Long.MAX_VALUE;

  @Override
  public Integer call() {
    Terminal terminal = command.terminal();
    try {
      OperatorId id = id(SavepointReport.of(savepoint).operators());
      List<String> damage = read(id, terminal.out());
      terminal.out().flush();
      damage.forEach(terminal::error);
      return damage.isEmpty() ? ExitCode.OK : ExitCode.UNREADABLE_SAVEPOINT;
    } catch (SavepointException e) {
      terminal.error(e.getMessage());
      return ExitCode.UNREADABLE_SAVEPOINT;
    }
  }

  private List<String> read(OperatorId id, PrintWriter out) {
    SnapshotFiles files = SnapshotFiles.at(savepoint);
    OperatorSnapshot wanted =
        files.metadata().operators().stream()
            .filter(candidate -> candidate.id().equals(id))
            .findFirst()
            .orElseThrow();
    return RowReader.read(files, wanted, state, limit, out::print);
  }

  private OperatorId id(List<OperatorReport> operators) {
    List<OperatorReport> found =
        operators.stream()
            .filter(candidate -> operator.equals(candidate.id().uid()) || isHash(candidate))
            .toList();
    if (found.isEmpty()) {
      found =
          operators.stream().filter(candidate -> operator.equals(candidate.id().name())).toList();
    }
    if (found.size() != 1) {
      throw unknown("operator", operator, operators.stream().map(each -> each.id().toString()));
    }
    checkState(found.get(0));
    return found.get(0).id();
  }

  private boolean isHash(OperatorReport candidate) {
    return operator.equals(candidate.id().hash());
  }

  private void checkState(OperatorReport of) {
    if (state != null && of.states().stream().noneMatch(each -> each.name().equals(state))) {
      throw unknown("state", state, of.states().stream().map(StateReport::name));
    }
  }

  private ParameterException unknown(String what, String name, Stream<String> known) {
    return new ParameterException(
        spec.commandLine(),
        "Unknown %s: '%s' (known: %s)"
            .formatted(what, name, known.sorted().collect(Collectors.joining(", "))));
  }
}
