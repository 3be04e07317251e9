// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.option;

import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.UsageException;
import io.drey.state.snapshot.metadata.KnownUids;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The option for a file of uids, and what became of these. */
final class UidsOption {
  private final OptionalValue<Path> path;
  private final List<SnapshotFiles> opened = new ArrayList<>();
  private @Nullable UidFile file;

  UidsOption(Options options) {
    path =
        options.value(
            "--uids",
            "FILE",
            Path.class,
            "uids, one a line, which name the operators of which the savepoint has only hashes");
  }

  /** The uids of the file. */
  KnownUids get() {
    UidFile given = file();
    return given == null ? KnownUids.NONE : given.known();
  }

  /** Takes note of a savepoint whose operators may have the uids. */
  void add(SnapshotFiles files) {
    if (file() != null) {
      opened.add(files);
    }
  }

  /** Checks that there is an operator, in any of the savepoints, that has one of the uids. */
  void check() {
    UidFile given = file();
    if (given != null && given.isStranger(opened)) {
      throw new UsageException(
          "Invalid --uids: no operator has a uid that is in '" + given.path() + "'");
    }
  }

  /** Warnings about uids that no operator has. */
  List<String> warnings() {
    UidFile given = file();
    return given == null || opened.isEmpty() ? List.of() : given.warnings(opened);
  }

  private @Nullable UidFile file() {
    Path given = path.get();
    if (file == null && given != null) {
      file = UidFile.read(given);
    }
    return file;
  }
}
