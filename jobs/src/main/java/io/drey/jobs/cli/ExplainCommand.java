package io.drey.jobs.cli;

import io.drey.jobs.graph.GraphDiagram;
import io.drey.jobs.graph.GraphText;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Describes the job that a pipeline file stands for. */
@Command(
    name = "explain",
    description = "Shows the job: uids, keys, time, state, outputs and who reads them.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init") // by picocli
  private Drey drey;

  @Mixin private final PipelineArguments arguments = new PipelineArguments();

  @Option(
      names = "--diagram",
      paramLabel = "LANGUAGE",
      description = "draw it instead: mermaid or dot")
  private @Nullable GraphDiagram diagram;

  @Parameters(paramLabel = "FILE", description = "a pipeline file")
  @SuppressWarnings("NullAway.Init") // by picocli
  private Path file;

  @Override
  public Integer call() {
    Loaded loaded = arguments.load(file, drey.terminal());
    Pipeline pipeline = loaded.pipeline();
    Wiring wiring = loaded.wiring();
    if (pipeline == null || wiring == null) {
      return ExitCode.INVALID_PIPELINE;
    }
    List<String> lines =
        diagram == null ? GraphText.of(pipeline, wiring) : diagram.draw(pipeline, wiring);
    lines.forEach(line -> drey.terminal().out().println(loaded.secrets().mask(line)));
    return ExitCode.OK;
  }
}
