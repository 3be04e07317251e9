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
import io.drey.jobs.graph.Directories;
import java.util.List;

/** Stops a job on a cluster with a savepoint. */
final class StopCommand implements Command {
  private static final List<String> COLUMNS = List.of("job", "savepoint");

  private final Terminal terminal;

  private final Options options =
      new Options("Stops a job on a Flink cluster with a savepoint, and prints its path.");
  private final AddressOption address;
  private final FormatOption format = new FormatOption(options);
  private final Value<String> savepoint =
      options.required(
          "--savepoint",
          "DIR",
          String.class,
          "the directory in which the cluster writes the savepoint");
  private final Value<String> job = options.parameter("JOB", String.class, "the id of the job");

  StopCommand(Terminal terminal, FlinkHome flink) {
    this.terminal = terminal;
    this.address = new AddressOption(options, flink);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() throws Exception {
    String written = address.jobs().stop(job.get(), Directories.uri(savepoint.get()));
    List<List<String>> rows = List.of(List.of(job.get(), written));
    format.on(terminal).lines(COLUMNS, rows, terminal).forEach(terminal.out()::println);
    return ExitCode.OK;
  }
}
