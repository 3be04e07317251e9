// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.output.Style;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cli.summary.RunText;
import io.drey.jobs.local.IncompatibleStateException;
import io.drey.jobs.local.RunReport;
import io.drey.jobs.local.StopSignal;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.text.TextFit;
import io.drey.jobs.yaml.Secrets;

/** Reports how a run ended. */
final class RunOutcome {
  private final Terminal terminal;
  private final Verbosity verbosity;
  private final String file;
  private final Secrets secrets;

  /**
   * Makes one that reports to a terminal.
   *
   * @param file the pipeline file
   */
  RunOutcome(Terminal terminal, Verbosity verbosity, String file, Secrets secrets) {
    this.terminal = terminal;
    this.verbosity = verbosity;
    this.file = file;
    this.secrets = secrets;
  }

  /** Reports the outcome and returns the exit code. */
  int report(Pipeline pipeline, Wiring wiring, RunReport report, RunLog log, StopSignal signal) {
    RunText text = new RunText(pipeline, wiring, report, terminal.errColumns(), secrets::mask);
    (verbosity.hasSummary() ? text.all() : text.briefly(verbosity.cure())).forEach(this::tell);
    if (report.stopped() != null && verbosity.hasSummary()) {
      terminal.err().println("stopped by " + TextFit.printable(secrets.mask(report.stopped())));
    }
    if (report.savepoint() != null) {
      terminal.err().println("savepoint: " + report.savepoint());
    }
    Throwable failure = report.failure();
    if (failure != null) {
      String why = Failures.describe(CheckpointFailure.explained(failure, log));
      String where = log.keep().map(kept -> " (log: " + kept + ")").orElse("");
      String cure = failure instanceof IncompatibleStateException state ? state.cure(file) : "";
      String what = "Failed to run " + pipeline.name() + ": " + why + cure;
      terminal.error(secrets.mask(what) + where);
      return Failures.exitCode(failure);
    }
    String lost = verbosity.isStrict() ? text.strictFailure() : null;
    if (lost != null) {
      terminal.error(lost);
    }
    return lost == null || signal.exitCode() != ExitCode.OK ? signal.exitCode() : ExitCode.FAILED;
  }

  private void tell(String line) {
    String shown =
        line.startsWith(RunText.WARNING)
            ? terminal.styledErr(Style.WARNING, RunText.WARNING.strip())
                + line.substring(RunText.WARNING.length() - 1)
            : line;
    terminal.err().println(shown);
  }
}
