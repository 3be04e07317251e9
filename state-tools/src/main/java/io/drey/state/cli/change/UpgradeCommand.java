// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.TemporaryOption;
import io.drey.state.migration.upgrade.StateUpgrade;
import io.drey.state.migration.upgrade.Upgrade;
import io.drey.state.rewrite.StateResult;
import java.util.List;

/** Writes a savepoint of Flink 1 as Flink 2 restores it. */
public final class UpgradeCommand implements Command {
  private static final List<String> COLUMNS =
      List.of("operator", "state", "type", "new type", "entries", "new bytes");

  private final Terminal terminal;
  private final Options options =
      new Options(
          "Upgrades a savepoint from Flink 1.20 to 2.x: shows what would change, and writes a new"
              + " savepoint with --execute.");
  private final Value<String> savepoint =
      options.parameter("SAVEPOINT", String.class, SavepointArguments.SAVEPOINT);

  private final WritingOptions writing;
  private final FormatOption format;

  public UpgradeCommand(Terminal terminal) {
    this.terminal = terminal;
    this.writing =
        WritingOptions.ofDryRun(terminal, options, TemporaryOption.COPIES, CanonicalChange.NEVER);
    this.format = new FormatOption(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    return writing.run(this::upgrade);
  }

  private int upgrade() {
    SavepointWriting target = writing.open(savepoint.get());
    Upgrade upgrade = Upgrade.of(target.source());
    boolean isComplete = upgrade.remainders().isEmpty();
    List<StateResult> results =
        isComplete ? target.apply(upgrade.edits()) : target.tryOut(upgrade.edits());
    print(upgrade, results);
    upgrade.remainders().forEach(remainder -> terminal.error(remainder.toString()));
    if (!isComplete) {
      terminal.err().println("nothing is written: drop these states first, by drey state migrate");
      return ExitCode.INCOMPATIBLE_STATE;
    }
    if (target.isDryRun()) {
      target.sayHowToWrite();
    }
    return target.exitCode();
  }

  private void print(Upgrade upgrade, List<StateResult> results) {
    List<List<String>> rows = upgrade.states().stream().map(state -> row(state, results)).toList();
    format.on(terminal).lines(COLUMNS, rows, terminal).forEach(terminal.out()::println);
    terminal.out().flush();
  }

  private static List<String> row(StateUpgrade state, List<StateResult> results) {
    StateResult result =
        results.stream()
            .filter(each -> each.operator().equals(state.operator().id()))
            .filter(each -> each.state().equals(state.state()))
            .findFirst()
            .orElseThrow();
    return List.of(
        state.operator().id().toString(),
        state.state(),
        state.before(),
        state.after(),
        String.valueOf(result.written()),
        String.valueOf(result.bytes()));
  }
}
