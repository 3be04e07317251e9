// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.CommandGroup;
import io.drey.jobs.cli.command.Commands;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.eval.EvalCommand;
import io.drey.jobs.cli.init.InitCommand;
import io.drey.jobs.cli.operator.OperatorCommand;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.pipeline.StepKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The root of the command tree. */
final class DreyCommand implements CommandGroup, Program {
  /** What one begins with. */
  private static final String BEGIN =
      """
      Stateful event processing on Apache Flink, and tools that read any savepoint.

        drey filter 'event.status >= 400' log.jsonl  one operator, on files or a pipe
        drey init log.jsonl -o pipeline.yaml         a pipeline for a log of yours
        drey run pipeline.yaml                       a pipeline, on this machine
        drey operators deduplicate                   the options of an operator
        drey state ls savepoints/savepoint-1         what is in any Flink savepoint

      All commands: drey --help
      """;

  private final Terminal terminal;
  private final Options options =
      new Options(
          "Stateful event processing on Apache Flink (deduplicate, correlate, sessionize, ...) from"
              + " one YAML file or from Java, and tools that read any Flink savepoint.");

  private final List<BiFunction<Options, Flag, PipelineCheck>> checks = new ArrayList<>();
  private final List<Function<OptionalValue<String>, PipelineCheck>> runChecks = new ArrayList<>();
  private final Commands commands;
  private final Commands operators = new Commands();

  DreyCommand(Terminal terminal) {
    this.terminal = terminal;
    commands =
        new Commands()
            .add("run", () -> new RunCommand(terminal, runChecks))
            .add("validate", () -> new ValidateCommand(terminal, checks))
            .add("explain", () -> new ExplainCommand(terminal))
            .add("eval", () -> new EvalCommand(terminal))
            .add("init", () -> new InitCommand(terminal))
            .add("test", () -> new TestCommand(terminal))
            .add("operators", () -> new OperatorsCommand(terminal))
            .add("patterns", () -> new PatternsCommand(terminal))
            .add("schema", () -> new SchemaCommand(terminal))
            .add("completion", () -> new CompletionCommand(terminal, this));
    StepKinds.all()
        .forEach(
            (operator, record) ->
                operators.add(operator, () -> new OperatorCommand(terminal, operator, record)));
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    terminal.err().print(BEGIN);
    return ExitCode.USAGE;
  }

  @Override
  public Commands commands() {
    return new Commands().addAll(commands).addAll(operators);
  }

  @Override
  public void addCommand(String name, Supplier<Command> maker) {
    commands.add(name, maker);
  }

  @Override
  public void addCheck(BiFunction<Options, Flag, PipelineCheck> maker) {
    checks.add(maker);
  }

  @Override
  public void addRunCheck(Function<OptionalValue<String>, PipelineCheck> maker) {
    runChecks.add(maker);
  }
}
