// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes the Flink job of a pipeline file. */
@Command(
    description = "Shows the job of a pipeline: uids, keys, time, state, outputs, readers.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final PipelineArguments arguments = new PipelineArguments();

  @Option(
      names = "--diagram",
      paramLabel = "LANGUAGE",
      description = "draw the job as a diagram instead: mermaid or dot")
  private @Nullable Diagram diagram;

  @Option(
      names = "--step",
      paramLabel = "ID",
      description = "with --diagram, draw the states of this state-machine step")
  private @Nullable String step;

  @Parameters(paramLabel = "FILE", description = "a pipeline file")
  @SuppressWarnings("NullAway.Init") // by picocli
  private Path file;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (step != null && diagram == null) {
      throw wrong("Missing required option for --step: '--diagram=LANGUAGE'");
    }
    Loaded loaded = arguments.load(file, terminal);
    Pipeline pipeline = loaded.pipeline();
    Wiring wiring = loaded.wiring();
    if (pipeline == null || wiring == null) {
      return ExitCode.INVALID_PIPELINE;
    }
    describe(pipeline, wiring).forEach(line -> terminal.out().println(loaded.secrets().mask(line)));
    return ExitCode.OK;
  }

  private List<String> describe(Pipeline pipeline, Wiring wiring) {
    if (diagram == null) {
      return GraphText.of(pipeline, wiring);
    }
    return step == null
        ? GraphDiagram.of(pipeline, wiring, diagram)
        : StateDiagram.of(machine(step, pipeline), diagram);
  }

  private StateMachineDefinition machine(String id, Pipeline pipeline) {
    for (StepEntry entry : pipeline.steps()) {
      if (entry.id().equals(id)) {
        StateMachineDefinition machine = entry.step().stateMachine();
        if (machine != null) {
          return machine;
        }
        throw wrong(
            "Cannot draw step '"
                + id
                + "': it is not a state-machine (found: "
                + entry.operator()
                + ")");
      }
    }
    List<String> known = pipeline.steps().stream().map(StepEntry::id).toList();
    throw wrong(Unknown.message("step", id, known));
  }

  private ParameterException wrong(String message) {
    return Usage.error(spec, message);
  }
}
