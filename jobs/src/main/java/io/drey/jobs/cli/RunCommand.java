// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.local.LocalRun;
import io.drey.jobs.local.RunOptions;
import io.drey.jobs.local.RunReport;
import io.drey.jobs.local.StopSignal;
import io.drey.jobs.local.TemporaryFiles;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a pipeline in this process. */
@Command(description = "Runs a pipeline in this process.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final PipelineArguments arguments = new PipelineArguments();

  @Parameters(paramLabel = "FILE", description = "a pipeline file")
  @SuppressWarnings("NullAway.Init") // by picocli
  private Path file;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description = "read PATH instead of the path of the only file source")
  private @Nullable String input;

  @Option(names = "--parallelism", paramLabel = "N", description = "the parallelism of keyed steps")
  private @Nullable Integer parallelism;

  @Option(
      names = "--from-savepoint",
      paramLabel = "DIR",
      description = "restore from a savepoint or checkpoint: DIR, or the newest one below it")
  private @Nullable String fromSavepoint;

  @Option(
      names = "--allow-non-restored-state",
      description = "drop savepoint state that no step restores")
  private boolean allowNonRestored;

  @Option(
      names = "--keep-open",
      description = "after reading all files, stop with a savepoint instead of ending the input")
  private boolean keepOpen;

  @Option(
      names = "--savepoint",
      paramLabel = "DIR",
      description = "when the job is stopped, write a savepoint to DIR")
  private @Nullable String savepoint;

  @Option(
      names = "--cluster",
      description = "run on an embedded Flink cluster even if the run needs none")
  private boolean cluster;

  @Option(
      names = "--ui",
      paramLabel = "PORT",
      arity = "0..1",
      parameterConsumer = OptionalPort.class,
      description = "serve the Flink web UI on a loopback port (default: 8081)")
  private @Nullable Integer ui;

  @Option(
      names = {"-q", "--quiet"},
      description = "print no progress and no summary")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "print how it runs, and the Flink log, on standard error")
  private boolean verbose;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    RunOptions options = arguments.usage(this::options);
    Loaded loaded = arguments.load(file, terminal);
    Wiring wiring = loaded.wiring();
    Pipeline written = loaded.pipeline();
    if (written == null || wiring == null) {
      return ExitCode.INVALID_PIPELINE;
    }
    Pipeline pipeline = arguments.usage(() -> override(written));
    try (TemporaryFiles temporary = TemporaryFiles.claim()) {
      LocalRun run = new LocalRun(pipeline, wiring, options, temporary.directory());
      StopSignal signal = new StopSignal();
      signal.onReceive(run::stop);
      try (RunLog log = RunLog.open(temporary.directory(), verbose, run.clusterReason() != null)) {
        RunReport report = execute(run, pipeline);
        return new RunOutcome(terminal, quiet, loaded.secrets())
            .report(pipeline, wiring, report, log, signal);
      }
    } catch (IOException | IllegalArgumentException e) {
      terminal.error(loaded.secrets().mask(Failures.describe(e)));
      return Failures.exitCode(e);
    }
  }

  private RunOptions options() {
    return new RunOptions(
        arguments.jars(), cluster, fromSavepoint, allowNonRestored, keepOpen, savepoint, ui);
  }

  private Pipeline override(Pipeline loaded) {
    if (keepOpen && loaded.sourceDefinitions().stream().noneMatch(Source::reportsCaughtUp)) {
      throw new IllegalArgumentException(
          "Invalid --keep-open: must be given with a file source, the only type that can grow");
    }
    Pipeline pipeline = input == null ? loaded : loaded.withInput(input);
    return parallelism == null ? pipeline : pipeline.withParallelism(parallelism);
  }

  private RunReport execute(LocalRun run, Pipeline pipeline) throws Exception {
    if (verbose) {
      String reason = run.clusterReason();
      String where = reason == null ? "without a cluster" : "on an embedded cluster: " + reason;
      terminal.err().println("running " + where);
      terminal.err().flush();
    }
    if (ui != null) {
      terminal.error("Flink web UI: http://127.0.0.1:" + ui);
    }
    if (quiet || !terminal.errIsTerminal()) {
      return run.execute(counts -> {});
    }
    try (ProgressLine progress = new ProgressLine(pipeline)) {
      return run.execute(progress);
    }
  }
}
