// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.cluster;

import io.drey.jobs.cli.Program;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cluster.FlinkHome;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The commands that submit jobs to a cluster and look after them. */
public final class ClusterCommands {
  private ClusterCommands() {}

  /**
   * Adds the commands to the program.
   *
   * @param environment returns the value of an environment variable, or null
   * @param restore makes, with the options of {@code submit}, what checks whether a job would start
   *     from a savepoint
   */
  public static void addTo(
      Program program,
      Terminal terminal,
      Function<String, @Nullable String> environment,
      Function<Options, RestoreCheck> restore) {
    FlinkHome flink = new FlinkHome(environment);
    program.addCommand("submit", () -> new SubmitCommand(terminal, flink, restore));
    program.addCommand("list", () -> new ListCommand(terminal, flink));
    program.addCommand("status", () -> new StatusCommand(terminal, flink));
    program.addCommand("stop", () -> new StopCommand(terminal, flink));
  }
}
