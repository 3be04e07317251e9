// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.Terminal;
import io.drey.jobs.function.UserJars;
import io.drey.state.cli.SavepointArguments.Findings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The {@code --jar} option of the commands that decode values. */
final class JarOption {
  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "a jar with the job's classes, to decode values that need them; repeatable")
  private final List<Path> jars = new ArrayList<>();

  /** Like {@link SavepointArguments#report}, with the jars on the class path. */
  int report(SavepointArguments arguments, Terminal terminal, Supplier<Findings> reading) {
    UserJars loaded = arguments.usage(() -> new UserJars(jars));
    return loaded.within(() -> arguments.report(terminal, reading));
  }
}
