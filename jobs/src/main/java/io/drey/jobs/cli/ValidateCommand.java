// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports all problems of pipeline files. */
@Command(
    description = "Reports all problems in pipeline files, with line and column.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final PipelineArguments arguments = new PipelineArguments();

  @Option(names = "--strict", description = "fail on warnings too")
  private boolean strict;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "pipeline files")
  @SuppressWarnings("NullAway.Init") // by picocli
  private List<Path> files;

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean failed = false;
    int found = ExitCode.OK;
    for (Path file : files) {
      Loaded loaded = arguments.load(file, terminal);
      failed |= loaded.hasErrors() || (strict && loaded.hasWarnings());
      found = Math.max(found, check(file, loaded));
    }
    return failed ? ExitCode.INVALID_PIPELINE : found;
  }

  private int check(Path file, Loaded loaded) {
    Pipeline pipeline = loaded.pipeline();
    Wiring wiring = loaded.wiring();
    if (pipeline == null || wiring == null) {
      return ExitCode.OK;
    }
    return spec.mixins().values().stream()
        .map(CommandSpec::userObject)
        .filter(PipelineCheck.class::isInstance)
        .mapToInt(mixin -> ((PipelineCheck) mixin).check(file, pipeline, wiring))
        .max()
        .orElse(ExitCode.OK);
  }
}
