// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.TemporaryOption;
import io.drey.state.erase.ConditionErasure;
import io.drey.state.erase.Erasure;
import io.drey.state.erase.ErasurePlan;
import io.drey.state.erase.KeyErasure;
import io.drey.state.rewrite.StateResult;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.List;

/** Writes a savepoint without a key, or without what a condition holds for. */
public final class EraseCommand implements Command {
  private static final List<String> COLUMNS = List.of("operator", "state", "key", "erased");

  private final Terminal terminal;
  private final Options options =
      new Options(
          "Erases a key, or every entry for which a condition holds: shows what would be erased, and"
              + " writes a new savepoint with --execute.");
  private final Value<String> savepoint =
      options.parameter("SAVEPOINT", String.class, SavepointArguments.SAVEPOINT);

  private final OptionalValue<String> key =
      options.value(
          "--key",
          "KEY",
          String.class,
          "the key to erase: as plain text, or as JSON if it is an object or an array");

  private final Value<List<String>> operators =
      options.values(
          "--operator",
          "ID",
          String.class,
          "an operator to erase from: "
              + SavepointArguments.OPERATOR
              + "; repeatable; default: all");

  private final OptionalValue<String> where =
      options.value(
          "--where",
          "EXPR",
          String.class,
          "erase entries, timers and elements of lists for which this is true, such as value.user =="
              + " 'u1'");

  private final WritingOptions writing;
  private final FormatOption format;

  public EraseCommand(Terminal terminal) {
    this.terminal = terminal;
    this.writing =
        WritingOptions.ofDryRun(
            terminal, options, TemporaryOption.COPIES, CanonicalChange.option(options));
    this.format = new FormatOption(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    return writing.run(this::erase);
  }

  private int erase() {
    Erasure erasure = erasure();
    SavepointWriting target = writing.open(savepoint.get());
    SnapshotFiles files = target.source();
    ErasurePlan plan = ErasurePlan.of(files, operators(files.metadata()), erasure);
    List<StateResult> results = target.tryOut(plan.edits());
    List<OperatorEdit> needed = target.allowed(plan.needed(results));
    print(plan, results);
    long erased = results.stream().mapToLong(StateResult::removed).sum();
    if (!target.isDryRun() && erased > 0) {
      target.write(needed);
    }
    plan.unread().forEach(unread -> terminal.err().println(unread));
    terminal.err().println(summary(erased, target.isDryRun()));
    if (!target.isDryRun() && erased == 0) {
      return ExitCode.FAILED;
    }
    return plan.unread().isEmpty() ? target.exitCode() : ExitCode.INCOMPATIBLE_STATE;
  }

  private static String summary(long erased, boolean isDryRun) {
    if (erased == 0) {
      return "nothing to erase" + (isDryRun ? "" : ": no savepoint is written");
    }
    return erased + (isDryRun ? " to erase; nothing is written: see --execute" : " erased");
  }

  private Erasure erasure() {
    String wantedKey = key.get();
    String condition = where.get();
    if ((wantedKey == null) == (condition == null)) {
      throw new UsageException("Missing what to erase: must be either --key or --where");
    }
    if (wantedKey != null) {
      return new KeyErasure(wantedKey);
    }
    try {
      return ConditionErasure.of(String.valueOf(condition));
    } catch (ExpressionException e) {
      throw new UsageException("Invalid --where: " + e.getMessage());
    }
  }

  private List<OperatorSnapshot> operators(Metadata metadata) {
    List<String> named = operators.get();
    return named.isEmpty()
        ? metadata.operators()
        : named.stream().map(name -> SavepointArguments.operator(metadata, name)).toList();
  }

  private void print(ErasurePlan plan, List<StateResult> results) {
    List<List<String>> rows =
        results.stream()
            .filter(result -> result.removed() > 0)
            .map(
                result ->
                    List.of(
                        result.operator().toString(),
                        result.state(),
                        plan.keyOf(result.operator()),
                        String.valueOf(result.removed())))
            .toList();
    format.on(terminal).lines(COLUMNS, rows, terminal).forEach(terminal.out()::println);
    terminal.out().flush();
  }
}
