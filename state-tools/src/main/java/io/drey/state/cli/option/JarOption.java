// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.option;

import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.function.UserJars;
import io.drey.state.cli.option.SavepointArguments.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The {@code --jar} option of the commands that decode values. */
public final class JarOption {
  private final Value<List<Path>> jars;

  public JarOption(Options options) {
    jars =
        options.values(
            "--jar",
            "FILE",
            Path.class,
            "a jar with the job's classes, to decode values that need them; repeatable");
  }

  public UserJars load() {
    return Usage.check(() -> new UserJars(jars.get()));
  }

  /** Like {@link SavepointArguments#report}, with the jars on the class path. */
  public int report(SavepointArguments arguments, Terminal terminal, Supplier<Findings> reading) {
    return load().within(() -> arguments.report(terminal, reading));
  }
}
