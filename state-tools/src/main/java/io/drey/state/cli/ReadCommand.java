// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.RowFormat;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.expression.FieldCondition;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.state.cli.option.ExpiryOptions;
import io.drey.state.cli.option.JarOption;
import io.drey.state.cli.option.ReadingLine;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.SavepointArguments.Findings;
import io.drey.state.cli.option.TemporaryOption;
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
import java.util.stream.Collectors;

/** Prints the state of an operator. */
final class ReadCommand implements Command {
  private final Terminal terminal;
  private final Options options =
      new Options("Prints the state of an operator, one row per entry.");

  private final SavepointArguments arguments =
      new SavepointArguments(options, TemporaryOption.ofCopies(options));

  private final JarOption jars = new JarOption(options);
  private final Value<String> savepoint =
      options.parameter("SAVEPOINT", String.class, SavepointArguments.SAVEPOINT);

  private final Value<String> operator =
      options.required(
          "--operator", "ID", String.class, "the operator: " + SavepointArguments.OPERATOR);

  private final OptionalValue<String> state =
      options.value("--state", "NAME", String.class, "read one state only; default: all");

  private final OptionalValue<String> key =
      options.value(
          "--key",
          "KEY",
          String.class,
          "read one key only: as plain text, or as JSON if it is an object or an array");

  private final OptionalValue<String> groups =
      options.value(
          "--key-groups",
          "FIRST[-LAST]",
          String.class,
          "read these key groups only, of keyed state; rows then have a key_group");

  private final OptionalValue<String> where =
      options.value(
          "--where",
          "EXPR",
          String.class,
          "print only rows for which this is true, such as value.balance > 100");

  private final Value<Long> limit =
      options.value("--limit", "N", long.class, Long.MAX_VALUE, "print at most N rows");

  private final Value<Long> skip =
      options.value("--skip", "N", long.class, 0L, "leave out the first N rows");

  private final ExpiryOptions expiry = new ExpiryOptions(options);
  private final FormatOption format = new FormatOption(options);

  ReadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    return jars.report(arguments, terminal, this::read);
  }

  private Findings read() {
    SnapshotFiles files = arguments.open(savepoint);
    OperatorSnapshot wanted = SavepointArguments.operator(files.metadata(), operator.get());
    OperatorReport report = SavepointReport.of(files, wanted);
    TtlExpiry lives = Usage.check(() -> expiry.of(report.states()));
    Selection selection = Usage.check(() -> selection(report));
    RowColumns columns = columns(shown(report), !lives.equals(TtlExpiry.UNKNOWN));
    RowFormat rows = format.on(terminal);
    try (ReadingLine line = ReadingLine.of(terminal, files, List.of(wanted));
        RowPrinter printer = RowPrinter.of(rows, columns.shownIn(rows), terminal)) {
      return Findings.of(
          Usage.check(() -> RowReader.read(files, wanted, selection, lives, printer::print)));
    }
  }

  private RowColumns columns(List<StateReport> states, boolean showsExpired) {
    RowColumns columns = RowColumns.of(states, showsExpired);
    return groups.get() == null ? columns : columns.withKeyGroup();
  }

  private Selection selection(OperatorReport of) {
    List<StateReport> states = of.states();
    String name = state.get();
    if (name != null && shown(of).isEmpty()) {
      throw new IllegalArgumentException(
          "Unknown state: '%s' (known: %s)".formatted(name, names(states)));
    }
    checkNotNegative("--limit", limit.get());
    checkNotNegative("--skip", skip.get());
    checkKeyGroups(of);
    String sought = key.get();
    if (sought != null && states.stream().allMatch(each -> each.keyType() == null)) {
      throw new IllegalArgumentException(
          "Cannot look for key '%s': %s has no keyed state".formatted(sought, of.id()));
    }
    String condition = where.get();
    Set<String> variables = columns(states, true).names();
    String range = groups.get();
    return new Selection(
        name,
        sought,
        range == null ? null : KeyGroupRange.parse(range, of.maxParallelism()),
        condition == null ? null : condition(condition, variables),
        skip.get(),
        limit.get());
  }

  private void checkKeyGroups(OperatorReport of) {
    if (groups.get() == null) {
      return;
    }
    if (key.get() != null) {
      throw new IllegalArgumentException(
          "Invalid --key-groups: must not be given with --key, which lies in one of them");
    }
    if (of.states().stream().allMatch(each -> each.keyType() == null)) {
      throw new IllegalArgumentException(
          "Invalid --key-groups: %s has no keyed state".formatted(of.id()));
    }
  }

  private static void checkNotNegative(String option, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(
          "Invalid " + option + ": must not be negative but was " + value);
    }
  }

  private List<StateReport> shown(OperatorReport report) {
    String name = state.get();
    return report.states().stream()
        .filter(each -> name == null || name.equals(each.name()))
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
