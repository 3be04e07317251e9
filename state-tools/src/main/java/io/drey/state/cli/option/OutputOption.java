// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.option;

import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.UsageException;
import io.drey.state.snapshot.output.SavepointDirectory;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The {@code --out} option of the commands that write a savepoint. */
public final class OutputOption {
  private final OptionalValue<Path> directory;

  public OutputOption(Options options) {
    directory =
        options.value(
            "--out", "DIR", Path.class, "the directory of the new savepoint, which must not exist");
  }

  /** The directory, which must be given and not exist. */
  public Path required() {
    Path given = directory.get();
    if (given == null) {
      throw new UsageException("Missing --out: the directory of the new savepoint");
    }
    return checked(
        () -> {
          SavepointDirectory.check(given);
          return given;
        });
  }

  /** Starts to write a savepoint to a directory that was given. */
  public static SavepointDirectory create(Path directory) {
    return checked(() -> SavepointDirectory.create(directory));
  }

  private static <T> T checked(Supplier<T> use) {
    try {
      return use.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException("Invalid --out: " + e.getMessage());
    }
  }
}
