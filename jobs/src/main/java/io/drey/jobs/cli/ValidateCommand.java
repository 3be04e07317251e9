// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/** Reports all problems of pipeline files. */
final class ValidateCommand implements Command {
  private final Terminal terminal;

  private final Options options =
      new Options("Reports all problems in pipeline files, with line and column.");
  private final PipelineArguments arguments = new PipelineArguments(options);
  private final Flag strict = options.flag("--strict", "fail on warnings too");
  private final Value<List<Path>> files = options.parameters("FILE", Path.class, "pipeline files");
  private final List<PipelineCheck> checks;

  ValidateCommand(Terminal terminal, List<BiFunction<Options, Flag, PipelineCheck>> checks) {
    this.terminal = terminal;
    this.checks = checks.stream().map(maker -> maker.apply(options, strict)).toList();
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    boolean failed = false;
    int found = ExitCode.OK;
    for (Path file : files.get()) {
      Loaded loaded = arguments.load(file, terminal);
      failed |= loaded.hasErrors() || (strict.isGiven() && loaded.hasWarnings());
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
    return checks.stream()
        .mapToInt(check -> check.check(file, pipeline, wiring))
        .max()
        .orElse(ExitCode.OK);
  }
}
