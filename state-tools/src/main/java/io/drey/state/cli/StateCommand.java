// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.command.CommandGroup;
import io.drey.jobs.cli.command.Commands;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.cli.change.BootstrapCommand;
import io.drey.state.cli.change.ConvertCommand;
import io.drey.state.cli.change.EraseCommand;
import io.drey.state.cli.change.MigrateCommand;
import io.drey.state.cli.change.UpgradeCommand;

/** The commands on savepoints. */
final class StateCommand implements CommandGroup {
  private final Terminal terminal;

  private final Options options =
      new Options("Inspects and changes savepoints and retained checkpoints of any Flink job.");

  StateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Commands commands() {
    return new Commands()
        .add("ls", () -> new LsCommand(terminal))
        .add("show", () -> new ShowCommand(terminal))
        .add("read", () -> new ReadCommand(terminal))
        .add("offsets", () -> new OffsetsCommand(terminal))
        .add("query", () -> new QueryCommand(terminal))
        .add("diff", () -> new DiffCommand(terminal))
        .add("plan", () -> new PlanCommand(terminal))
        .add("check", () -> new CheckCommand(terminal))
        .add("migrate", () -> new MigrateCommand(terminal))
        .add("bootstrap", () -> new BootstrapCommand(terminal))
        .add("erase", () -> new EraseCommand(terminal))
        .add("convert", () -> new ConvertCommand(terminal))
        .add("upgrade", () -> new UpgradeCommand(terminal));
  }
}
