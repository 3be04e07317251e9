// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.CommandGroup;
import io.drey.jobs.cli.Commands;
import io.drey.jobs.cli.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that inspect savepoints. */
@Command(
    description = "Inspects savepoints and retained checkpoints of any Flink job.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class StateCommand implements CommandGroup, Runnable {
  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  StateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Commands commands() {
    return new Commands()
        .add("ls", () -> new LsCommand(terminal))
        .add("show", () -> new ShowCommand(terminal))
        .add("read", () -> new ReadCommand(terminal))
        .add("query", () -> new QueryCommand(terminal))
        .add("diff", () -> new DiffCommand(terminal))
        .add("plan", () -> new PlanCommand(terminal))
        .add("check", () -> new CheckCommand(terminal));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
