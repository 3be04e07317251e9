// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.option;

import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.UsageException;
import io.drey.state.snapshot.output.SavepointDirectory;
import java.nio.file.Path;

/** The {@code --out} option of the commands that write a savepoint. */
public final class OutputOption {
  private final OptionalValue<Path> directory;

  public OutputOption(Options options) {
    directory =
        options.value(
            "--out", "DIR", Path.class, "the directory of the new savepoint, which must not exist");
  }

  /** The directory, which must be given. */
  public Path required() {
    Path given = directory.get();
    if (given == null) {
      throw new UsageException("Missing --out: the directory of the new savepoint");
    }
    return given;
  }

  /** Starts to write a savepoint to a directory that was given. */
  public static SavepointDirectory create(Path directory) {
    return Usage.check(() -> checked(directory));
  }

  private static SavepointDirectory checked(Path directory) {
    try {
      return SavepointDirectory.create(directory);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Invalid --out: " + e.getMessage(), e);
    }
  }
}
