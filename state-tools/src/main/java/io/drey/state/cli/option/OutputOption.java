// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.option;

import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.state.snapshot.output.SavepointDirectory;
import java.nio.file.Path;

/** The {@code --out} option of the commands that write a savepoint. */
public final class OutputOption {
  private final Value<Path> directory;

  public OutputOption(Options options) {
    directory =
        options.required(
            "--out", "DIR", Path.class, "the directory of the new savepoint, which must not exist");
  }

  /** The directory. */
  public Path get() {
    return directory.get();
  }

  /** Starts to write it. */
  public SavepointDirectory create() {
    return Usage.check(this::checked);
  }

  private SavepointDirectory checked() {
    try {
      return SavepointDirectory.create(directory.get());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Invalid --out: " + e.getMessage(), e);
    }
  }
}
