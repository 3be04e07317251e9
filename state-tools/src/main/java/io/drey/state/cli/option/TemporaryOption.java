// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.option;

import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.state.snapshot.file.LocalDirectories;
import java.nio.file.Files;
import java.nio.file.Path;

/** The {@code --tmp} option of the commands that may write temporary files. */
public final class TemporaryOption {
  /** The use of a command that copies only what a database needs to be opened. */
  public static final String COPIES = "copy the files that RocksDB needs";

  private final OptionalValue<Path> directory;

  /**
   * @param use what the command writes there
   */
  public TemporaryOption(Options options, String use) {
    directory =
        options.value(
            "--tmp",
            "DIR",
            Path.class,
            "where to " + use + "; default: the system's temporary directory");
  }

  /** Returns the option of a command that copies only what a database needs to be opened. */
  public static TemporaryOption ofCopies(Options options) {
    return new TemporaryOption(options, COPIES);
  }

  /** The directory. */
  public Path get() {
    Path given = directory.get();
    return given == null ? LocalDirectories.systemsTemporary() : Usage.check(() -> checked(given));
  }

  private static Path checked(Path given) {
    if (!Files.isDirectory(given) || !Files.isWritable(given)) {
      throw new IllegalArgumentException(
          "Invalid --tmp: must be a directory in which files can be created but was '"
              + given
              + "'");
    }
    return given;
  }
}
