package io.drey.jobs.cli;

import io.drey.jobs.local.RunReport;
import io.drey.jobs.local.StopSignal;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;

/** Says how a run ended. */
final class RunOutcome {
  private final Terminal terminal;
  private final boolean quiet;

  RunOutcome(Terminal terminal, boolean quiet) {
    this.terminal = terminal;
    this.quiet = quiet;
  }

  /** Reports and tells the exit code. */
  int report(Pipeline pipeline, Wiring wiring, RunReport report, RunLog log, StopSignal signal) {
    if (!quiet) {
      RunSummary.of(pipeline, wiring, report).forEach(terminal.err()::println);
    }
    if (report.savepoint() != null) {
      terminal.err().println("savepoint: " + report.savepoint());
    }
    if (report.failure() != null) {
      String where = log.keep().map(kept -> " (log: " + kept + ")").orElse("");
      terminal.error(
          "Failed to run " + pipeline.name() + ": " + Failures.describe(report.failure()) + where);
      return ExitCode.FAILED;
    }
    return signal.exitCode();
  }
}
