// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cli.run.PipelineRun;
import io.drey.jobs.cli.run.Verbosity;
import io.drey.jobs.local.RunOptions;
import io.drey.jobs.local.probe.Probes;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.source.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Runs a pipeline in this process. */
final class RunCommand implements Command {
  private final Terminal terminal;

  private final Options options = new Options("Runs a pipeline in this process.");
  private final PipelineArguments arguments = new PipelineArguments(options);
  private final Value<Path> file =
      options.parameter("FILE", Path.class, "a pipeline file, or - for standard input");
  private final OptionalValue<String> input =
      options.value(
          "--input",
          "PATH",
          String.class,
          "read PATH, or - for standard input, instead of the path of the only file source");
  private final OptionalValue<Integer> parallelism =
      options.value("--parallelism", "N", Integer.class, "the parallelism of keyed steps");
  private final OptionalValue<String> fromSavepoint =
      options.value(
          "--from-savepoint",
          "DIR",
          String.class,
          "restore from a savepoint or checkpoint: DIR, or the newest one below it");
  private final Flag allowNonRestored =
      options.flag("--allow-non-restored-state", "drop savepoint state that no step restores");
  private final ChangedKeys changedKeys = new ChangedKeys(options);
  private final Flag keepOpen =
      options.flag(
          "--keep-open",
          "after reading all files, stop with a savepoint instead of ending the input");
  private final OptionalValue<String> savepoint =
      options.value(
          "--savepoint", "DIR", String.class, "when the job is stopped, write a savepoint to DIR");
  private final Flag takeOver =
      options.flag(
          "--take-over", "abort the transactions that another job of a kafka sink has left open");
  private final Flag cluster =
      options.flag("--cluster", "run on an embedded Flink cluster even if the run needs none");
  private final OptionalValue<Integer> ui =
      options.port("--ui", "PORT", "serve the Flink web UI on a loopback port (default: 8081)");
  private final Value<List<String>> taps =
      options.values(
          "--tap",
          "STEP[.OUTPUT]",
          String.class,
          "show events of this output of a step or source on standard error as they pass: the"
              + " first ones, then a sample");
  private final OptionalValue<Long> limit =
      options.value("-n, --limit", "N", Long.class, "end the run after N results of all sinks");
  private final Flag strict =
      options.flag("--strict", "fail if anything was malformed, invalid or late");
  private final Flag quiet =
      options.flag("-q, --quiet", "print no progress, and of the summary only a warning");
  private final Flag verbose =
      options.flag(
          "-v, --verbose",
          "print how it runs and how much state it holds, and the Flink log, on standard error");

  private final List<PipelineCheck> checks;

  RunCommand(Terminal terminal, List<Function<OptionalValue<String>, PipelineCheck>> checks) {
    this.terminal = terminal;
    this.checks = checks.stream().map(maker -> maker.apply(fromSavepoint)).toList();
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() throws Exception {
    Verbosity verbosity =
        new Verbosity(
            !quiet.isGiven(), "without -q", !quiet.isGiven(), verbose.isGiven(), strict.isGiven());
    return new PipelineRun(terminal, file.get().toString(), verbosity)
        .execute(Usage.check(this::runOptions), this::load);
  }

  private PipelineRun.Ready load() {
    Loaded loaded = arguments.loadToRun(file.get(), terminal);
    Pipeline written = loaded.pipeline();
    Wiring wiring = loaded.wiring();
    if (written == null || wiring == null) {
      return PipelineRun.Ready.no(ExitCode.INVALID_PIPELINE);
    }
    Pipeline pipeline = Usage.check(() -> override(written));
    for (PipelineCheck check : checks) {
      int code = check.check(file.get(), pipeline, wiring);
      if (code != ExitCode.OK) {
        return PipelineRun.Ready.no(code);
      }
    }
    Probes probes = Usage.check(() -> Probes.of(limit.get(), taps.get(), wiring));
    return PipelineRun.Ready.of(pipeline, wiring, loaded.secrets(), probes);
  }

  private RunOptions runOptions() {
    if (limit.get() != null && savepoint.get() != null) {
      throw new IllegalArgumentException(
          "Invalid --limit: cannot be given with --savepoint, whose state would miss the results"
              + " that are not written");
    }
    return new RunOptions(
        arguments.jars(),
        cluster.isGiven(),
        fromSavepoint.get(),
        allowNonRestored.isGiven(),
        keepOpen.isGiven(),
        savepoint.get(),
        takeOver.isGiven(),
        ui.get());
  }

  private Pipeline override(Pipeline loaded) {
    Pipeline pipeline = overridden(loaded);
    if (PipelineArguments.isStdin(file.get())
        && pipeline.sourceDefinitions().stream().anyMatch(Source::isOfThisProcess)) {
      throw new IllegalArgumentException(
          "Cannot read both the pipeline file and a source from standard input");
    }
    return pipeline;
  }

  private Pipeline overridden(Pipeline loaded) {
    if (keepOpen.isGiven()
        && loaded.sourceDefinitions().stream().noneMatch(Source::reportsCaughtUp)) {
      throw new IllegalArgumentException(
          "Invalid --keep-open: must be given with a file source, the only type that can grow");
    }
    String path = input.get();
    Pipeline pipeline = changedKeys.in(path == null ? loaded : loaded.withInput(path));
    Integer degree = parallelism.get();
    return degree == null ? pipeline : pipeline.withParallelism(degree);
  }
}
