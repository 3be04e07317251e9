package io.drey.jobs.cli;

import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every command that reads a pipeline file. */
final class PipelineArguments {
  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "the value of $${var:NAME} in the file")
  private final Map<String, String> variables = new LinkedHashMap<>();

  /** Loads a file and reports all its problems on standard error. */
  Loaded load(Path file, Terminal terminal) {
    Loaded loaded = PipelineFile.load(file, variables);
    for (Problem problem : loaded.problems()) {
      terminal.err().println(problem);
    }
    terminal.err().flush();
    return loaded;
  }
}
