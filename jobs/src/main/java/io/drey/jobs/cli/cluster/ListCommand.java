// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.cluster;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cluster.ClusterJobs;
import io.drey.jobs.cluster.FlinkHome;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Lists the jobs of a cluster. */
final class ListCommand implements Command {
  private static final List<String> COLUMNS = List.of("job", "name", "state", "start", "duration");

  private final Terminal terminal;

  private final Options options = new Options("Lists the jobs of a Flink cluster.");
  private final AddressOption address;
  private final FormatOption format = new FormatOption(options);

  ListCommand(Terminal terminal, FlinkHome flink) {
    this.terminal = terminal;
    this.address = new AddressOption(options, flink);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (ClusterJobs.Listed job : address.jobs().all()) {
      rows.add(
          List.of(
              job.job(),
              job.name(),
              job.state(),
              job.start().truncatedTo(ChronoUnit.SECONDS).toString(),
              Shown.seconds(job.duration())));
    }
    format.on(terminal).lines(COLUMNS, rows, terminal).forEach(terminal.out()::println);
    return ExitCode.OK;
  }
}
