// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.cluster;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cluster.FlinkHome;
import io.drey.jobs.cluster.JobCounts;
import io.drey.jobs.cluster.JobStatus;
import java.util.List;

/** Tells how a job on a cluster is. */
final class StatusCommand implements Command {
  private static final List<String> COLUMNS =
      List.of(
          "job",
          "name",
          "state",
          "duration",
          "restarts",
          "checkpoint-age",
          "checkpoint-bytes",
          "failed-checkpoints",
          "events-in",
          "events-per-second",
          "events-out",
          "late",
          "malformed",
          "invalid");

  private final Terminal terminal;

  private final Options options =
      new Options(
          "Shows a job on a Flink cluster: state, restarts, last checkpoint, rate, and events that"
              + " were late, malformed or invalid.");
  private final AddressOption address;
  private final FormatOption format = new FormatOption(options);
  private final Value<String> job = options.parameter("JOB", String.class, "the id of the job");

  StatusCommand(Terminal terminal, FlinkHome flink) {
    this.terminal = terminal;
    this.address = new AddressOption(options, flink);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() throws Exception {
    List<List<String>> rows = List.of(cells(address.jobs().status(job.get())));
    format.on(terminal).lines(COLUMNS, rows, terminal).forEach(terminal.out()::println);
    return ExitCode.OK;
  }

  private static List<String> cells(JobStatus status) {
    JobCounts counts = status.counts();
    return List.of(
        status.job(),
        status.name(),
        status.state(),
        Shown.seconds(status.running()),
        Shown.number(status.restarts()),
        Shown.seconds(status.checkpointAge()),
        Shown.number(status.checkpointSize()),
        Shown.number(status.failedCheckpoints()),
        Shown.number(counts.in()),
        Shown.rate(counts.inPerSecond()),
        Shown.number(counts.out()),
        Shown.number(counts.late()),
        Shown.number(counts.malformed()),
        Shown.number(counts.invalid()));
  }
}
