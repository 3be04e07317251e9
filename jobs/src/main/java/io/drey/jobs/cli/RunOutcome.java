// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.local.RunReport;
import io.drey.jobs.local.StopSignal;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.yaml.Secrets;

/** Reports how a run ended. */
final class RunOutcome {
  private final Terminal terminal;
  private final boolean quiet;
  private final Secrets secrets;

  RunOutcome(Terminal terminal, boolean quiet, Secrets secrets) {
    this.terminal = terminal;
    this.secrets = secrets;
    this.quiet = quiet;
  }

  /** Reports the outcome and returns the exit code. */
  int report(Pipeline pipeline, Wiring wiring, RunReport report, RunLog log, StopSignal signal) {
    if (!quiet) {
      RunSummary.of(pipeline, wiring, report)
          .forEach(line -> terminal.err().println(secrets.mask(line)));
    }
    if (report.savepoint() != null) {
      terminal.err().println("savepoint: " + report.savepoint());
    }
    Throwable failure = report.failure();
    if (failure != null) {
      String where = log.keep().map(kept -> " (log: " + kept + ")").orElse("");
      String what = "Failed to run " + pipeline.name() + ": " + Failures.describe(failure);
      terminal.error(secrets.mask(what) + where);
      return Failures.exitCode(failure);
    }
    return signal.exitCode();
  }
}
