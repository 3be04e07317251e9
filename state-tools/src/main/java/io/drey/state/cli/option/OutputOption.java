// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.option;

import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.path.LocalPath;
import io.drey.state.snapshot.output.SavepointDirectory;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The {@code --out} option of the commands that write a savepoint. */
public final class OutputOption {
  private final OptionalValue<String> directory;

  public OutputOption(Options options) {
    directory =
        options.value(
            "--out",
            "DIR",
            String.class,
            "the local directory of the new savepoint, which must not exist");
  }

  /** The directory, which must be given and not exist. */
  public Path required() {
    String given = directory.get();
    if (given == null) {
      throw new UsageException("Missing --out: the directory of the new savepoint");
    }
    Path local = LocalPath.find(given);
    if (local == null) {
      throw new UsageException(
          "Invalid --out: must be a local directory, which can be copied as a whole to another file"
              + " system, but was '"
              + given
              + "'");
    }
    Path directory = given.startsWith("file:") ? local : Path.of(given);
    return checked(
        () -> {
          SavepointDirectory.check(directory);
          return directory;
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
