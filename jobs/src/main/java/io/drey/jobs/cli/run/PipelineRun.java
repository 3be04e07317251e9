// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.local.LocalRun;
import io.drey.jobs.local.MemoryWatch;
import io.drey.jobs.local.RunCounts;
import io.drey.jobs.local.RunOptions;
import io.drey.jobs.local.RunReport;
import io.drey.jobs.local.StopSignal;
import io.drey.jobs.local.TemporaryFiles;
import io.drey.jobs.local.probe.Probes;
import io.drey.jobs.local.probe.Tap;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.yaml.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
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
   * A pipeline to run.
   *
   * @param probes what the run adds to it
   */
  public record Work(Pipeline pipeline, Wiring wiring, Secrets secrets, Probes probes) {}

  /**
   * A pipeline to run, or why there is none.
   *
   * @param code the exit code if there is none
   */
  public record Ready(int code, @Nullable Work work) {
    public static Ready of(Pipeline pipeline, Wiring wiring, Secrets secrets, Probes probes) {
      return new Ready(ExitCode.OK, new Work(pipeline, wiring, secrets, probes));
    }

    public static Ready no(int code) {
      return new Ready(code, null);
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
      return ready.work == null ? ready.code : run(ready.work, how, temporary.directory(), log);
    }
  }

  private int run(Work work, RunOptions how, Path temporary, RunLog log) throws Exception {
    LocalRun run = new LocalRun(work.pipeline, work.wiring, how, temporary, work.probes);
    if (run.clusterReason() != null) {
      log.includeInfos();
      MemoryWatch.start(ExhaustedHeap::end);
    }
    StopSignal signal = new StopSignal();
    signal.onReceive(run::stop);
    try {
      RunReport report = execute(run, how, work);
      return new RunOutcome(terminal, verbosity, label, work.secrets)
          .report(work.pipeline, work.wiring, report, log, signal);
    } catch (IOException | IllegalArgumentException e) {
      terminal.error(work.secrets.mask(Failures.describe(e)));
      return Failures.exitCode(e);
    }
  }

  private RunReport execute(LocalRun run, RunOptions how, Work work) throws Exception {
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
      return execute(run, work, this::print, counts -> {});
    }
    try (ProgressLine progress = new ProgressLine(terminal, work.pipeline, verbosity.hasLog())) {
      return execute(run, work, progress::printAbove, progress);
    }
  }

  private RunReport execute(
      LocalRun run, Work work, Consumer<List<String>> lines, Consumer<RunCounts> progress)
      throws Exception {
    List<Tap> taps = work.probes.taps();
    if (taps.isEmpty()) {
      return run.execute(progress);
    }
    TapLines tapLines = new TapLines(terminal, taps, work.secrets::mask, lines);
    RunReport report = run.execute(tapLines.andThen(progress));
    tapLines.end();
    return report;
  }

  private void print(List<String> lines) {
    lines.forEach(terminal.err()::println);
    terminal.err().flush();
  }
}
