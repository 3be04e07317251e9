// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.local.LocalRun;
import io.drey.jobs.local.MemoryWatch;
import io.drey.jobs.local.RunOptions;
import io.drey.jobs.local.RunReport;
import io.drey.jobs.local.StopSignal;
import io.drey.jobs.local.TemporaryFiles;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.yaml.Secrets;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a pipeline in this process and reports how it ended. */
public final class PipelineRun {
  private final Terminal terminal;
  private final String label;
  private final Verbosity verbosity;

  /**
   * @param label what messages call the pipeline file
   */
  public PipelineRun(Terminal terminal, String label, Verbosity verbosity) {
    this.terminal = terminal;
    this.label = label;
    this.verbosity = verbosity;
  }

  /**
   * A pipeline to run, or why there is none.
   *
   * @param code the exit code if there is none
   */
  public record Ready(
      int code, @Nullable Pipeline pipeline, @Nullable Wiring wiring, @Nullable Secrets secrets) {
    public static Ready of(Pipeline pipeline, Wiring wiring, Secrets secrets) {
      return new Ready(ExitCode.OK, pipeline, wiring, secrets);
    }

    public static Ready no(int code) {
      return new Ready(code, null, null, null);
    }
  }

  /**
   * Loads a pipeline, runs it, and returns the exit code.
   *
   * @param loading is called once the log is set up
   */
  public int execute(RunOptions how, Supplier<Ready> loading) throws Exception {
    boolean isOnCluster = how.clusterReason() != null;
    try (TemporaryFiles temporary = TemporaryFiles.claim();
        RunLog log = RunLog.open(temporary.directory(), verbosity.hasLog(), isOnCluster)) {
      Ready ready = loading.get();
      if (ready.pipeline == null || ready.wiring == null || ready.secrets == null) {
        return ready.code;
      }
      LocalRun run = new LocalRun(ready.pipeline, ready.wiring, how, temporary.directory());
      return run(run, how, ready.pipeline, ready.wiring, ready.secrets, log);
    }
  }

  private int run(
      LocalRun run, RunOptions how, Pipeline pipeline, Wiring wiring, Secrets secrets, RunLog log)
      throws Exception {
    if (run.clusterReason() != null) {
      log.includeInfos();
      MemoryWatch.start(ExhaustedHeap::end);
    }
    StopSignal signal = new StopSignal();
    signal.onReceive(run::stop);
    try {
      RunReport report = execute(run, how, pipeline);
      return new RunOutcome(terminal, verbosity, label, secrets)
          .report(pipeline, wiring, report, log, signal);
    } catch (IOException | IllegalArgumentException e) {
      terminal.error(secrets.mask(Failures.describe(e)));
      return Failures.exitCode(e);
    }
  }

  private RunReport execute(LocalRun run, RunOptions how, Pipeline pipeline) throws Exception {
    if (verbosity.hasLog()) {
      String reason = run.clusterReason();
      String where = reason == null ? "without a cluster" : "on an embedded cluster: " + reason;
      terminal.err().println("running " + where);
      terminal.err().flush();
    }
    if (how.uiPort() != null) {
      terminal.error("Flink web UI: http://127.0.0.1:" + how.uiPort());
    }
    if (!verbosity.hasProgress() || !terminal.errIsTerminal()) {
      return run.execute(counts -> {});
    }
    try (ProgressLine progress = new ProgressLine(terminal, pipeline, verbosity.hasLog())) {
      return run.execute(progress);
    }
  }
}
