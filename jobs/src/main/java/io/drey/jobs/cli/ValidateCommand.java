package io.drey.jobs.cli;

import io.drey.jobs.pipeline.Loaded;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Reports all problems of pipeline files. */
@Command(
    name = "validate",
    description = "Reports every problem of pipeline files, with line and column.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init") // by picocli
  private Drey drey;

  @Mixin private final PipelineArguments arguments = new PipelineArguments();

  @Option(names = "--strict", description = "warnings fail too")
  private boolean strict;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "pipeline files")
  @SuppressWarnings("NullAway.Init") // by picocli
  private List<Path> files;

  @Override
  public Integer call() {
    boolean failed = false;
    for (Path file : files) {
      Loaded loaded = arguments.load(file, drey.terminal());
      failed |= loaded.hasErrors() || (strict && loaded.hasWarnings());
    }
    return failed ? ExitCode.INVALID_PIPELINE : ExitCode.OK;
  }
}
