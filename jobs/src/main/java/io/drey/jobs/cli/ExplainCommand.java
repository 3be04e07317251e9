// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.graph.Diagram;
import io.drey.jobs.graph.GraphDiagram;
import io.drey.jobs.graph.GraphText;
import io.drey.jobs.graph.StateDiagram;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.yaml.Unknown;
import io.drey.operators.statemachine.StateMachineDefinition;
import java.nio.file.Path;
import java.util.List;

/** Describes the Flink job of a pipeline file. */
final class ExplainCommand implements Command {
  private final Terminal terminal;

  private final Options options =
      new Options("Shows the job of a pipeline: uids, keys, time, state, outputs, readers.");
  private final PipelineArguments arguments = new PipelineArguments(options);
  private final OptionalValue<Diagram> diagram =
      options.value(
          "--diagram",
          "LANGUAGE",
          Diagram.class,
          "draw the job as a diagram instead: mermaid or dot");
  private final OptionalValue<String> step =
      options.value(
          "--step",
          "ID",
          String.class,
          "with --diagram, draw the states of this state-machine step");
  private final Value<Path> file = options.parameter("FILE", Path.class, "a pipeline file");

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    if (step.get() != null && diagram.get() == null) {
      throw new UsageException("Missing required option for --step: '--diagram=LANGUAGE'");
    }
    Loaded loaded = arguments.load(file.get(), terminal);
    Pipeline pipeline = loaded.pipeline();
    Wiring wiring = loaded.wiring();
    if (pipeline == null || wiring == null) {
      return ExitCode.INVALID_PIPELINE;
    }
    describe(pipeline, wiring).forEach(line -> terminal.out().println(loaded.secrets().mask(line)));
    return ExitCode.OK;
  }

  private List<String> describe(Pipeline pipeline, Wiring wiring) {
    Diagram language = diagram.get();
    String id = step.get();
    if (language == null) {
      return GraphText.of(pipeline, wiring);
    }
    return id == null
        ? GraphDiagram.of(pipeline, wiring, language)
        : StateDiagram.of(machine(id, pipeline), language);
  }

  private static StateMachineDefinition machine(String id, Pipeline pipeline) {
    for (StepEntry entry : pipeline.steps()) {
      if (entry.id().equals(id)) {
        StateMachineDefinition machine = entry.step().stateMachine();
        if (machine != null) {
          return machine;
        }
        throw new UsageException(
            "Cannot draw step '"
                + id
                + "': it is not a state-machine (found: "
                + entry.operator()
                + ")");
      }
    }
    List<String> known = pipeline.steps().stream().map(StepEntry::id).toList();
    throw new UsageException(Unknown.message("step", id, known));
  }
}
