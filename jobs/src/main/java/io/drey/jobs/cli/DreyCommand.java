// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command tree. */
@Command(
    name = "drey",
    description =
        "Stateful event processing on Apache Flink (deduplicate, correlate, sessionize, ...) from"
            + " one YAML file or from Java, and tools that read any Flink savepoint.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
final class DreyCommand implements CommandGroup, Runnable {
  private final Commands commands;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  DreyCommand(Terminal terminal) {
    commands =
        new Commands()
            .add("run", () -> new RunCommand(terminal))
            .add("validate", () -> new ValidateCommand(terminal))
            .add("explain", () -> new ExplainCommand(terminal))
            .add("operators", () -> new OperatorsCommand(terminal))
            .add("schema", () -> new SchemaCommand(terminal))
            .add("completion", () -> new CompletionCommand(terminal, this));
  }

  @Override
  public Commands commands() {
    return commands;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
