// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.RowFormat;
import io.drey.jobs.cli.Terminal;
import io.drey.jobs.expression.FieldCondition;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.state.cli.SavepointArguments.Findings;
import io.drey.state.inspect.OperatorReport;
import io.drey.state.inspect.SavepointReport;
import io.drey.state.inspect.StateReport;
import io.drey.state.read.RowReader;
import io.drey.state.read.Selection;
import io.drey.state.read.TtlExpiry;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the state of an operator. */
@Command(
    description = "Prints the state of an operator, one row per entry.",
    mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final SavepointArguments arguments = new SavepointArguments();

  @Mixin private final JarOption jars = new JarOption();

  @Parameters(paramLabel = "SAVEPOINT", description = SavepointArguments.SAVEPOINT)
  @SuppressWarnings("NullAway.Init") // by picocli
  private String savepoint;

  @Option(
      names = "--operator",
      paramLabel = "ID",
      required = true,
      description = "the operator: " + SavepointArguments.OPERATOR)
  @SuppressWarnings("NullAway.Init") // by picocli
  private String operator;

  @Option(names = "--state", paramLabel = "NAME", description = "read one state only; default: all")
  private @Nullable String state;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "read one key only: as plain text, or as JSON if it is an object or an array")
  private @Nullable String key;

  @Option(
      names = "--where",
      paramLabel = "EXPR",
      description = "print only rows for which this is true, such as value.balance > 100")
  private @Nullable String where;

  @Option(names = "--limit", paramLabel = "N", description = "print at most N rows")
  private long limit = Long.MAX_VALUE;

  @Mixin private final ExpiryOptions expiry = new ExpiryOptions();

  @Mixin private final FormatOption format = new FormatOption();

  ReadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return jars.report(arguments, terminal, this::read);
  }

  private Findings read() {
    SnapshotFiles files = SnapshotFiles.at(savepoint);
    OperatorSnapshot wanted = arguments.operator(files.metadata(), operator);
    OperatorReport report = SavepointReport.of(files, wanted);
    TtlExpiry lives = arguments.usage(() -> expiry.of(report.states()));
    Selection selection = arguments.usage(() -> selection(report));
    RowColumns columns = RowColumns.of(shown(report), !lives.equals(TtlExpiry.UNKNOWN));
    RowFormat rows = format.on(terminal);
    try (ReadingLine line = ReadingLine.of(terminal, files, List.of(wanted));
        RowPrinter printer = RowPrinter.of(rows, columns.shownIn(rows), terminal.out())) {
      return Findings.of(
          arguments.usage(() -> RowReader.read(files, wanted, selection, lives, printer::print)));
    }
  }

  private Selection selection(OperatorReport of) {
    List<StateReport> states = of.states();
    if (state != null && shown(of).isEmpty()) {
      throw new IllegalArgumentException(
          "Unknown state: '%s' (known: %s)".formatted(state, names(states)));
    }
    if (limit < 0) {
      throw new IllegalArgumentException("Invalid --limit: must not be negative but was " + limit);
    }
    if (key != null && states.stream().allMatch(each -> each.keyType() == null)) {
      throw new IllegalArgumentException(
          "Cannot look for key '%s': %s has no keyed state".formatted(key, of.id()));
    }
    Set<String> variables = RowColumns.of(states, true).names();
    return new Selection(state, key, where == null ? null : condition(where, variables), limit);
  }

  private List<StateReport> shown(OperatorReport report) {
    return report.states().stream()
        .filter(each -> state == null || state.equals(each.name()))
        .toList();
  }

  private static FieldCondition condition(String text, Set<String> variables) {
    try {
      return FieldCondition.parse(text, variables);
    } catch (ExpressionException e) {
      throw new IllegalArgumentException(e.getMessage() + " (--where, column " + e.column() + ")");
    }
  }

  private static String names(List<StateReport> states) {
    return states.stream().map(StateReport::name).sorted().collect(Collectors.joining(", "));
  }
}
