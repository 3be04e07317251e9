// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.file;

import io.drey.state.snapshot.SavepointException;
import java.io.IOException;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/** Finds the metadata file of a snapshot. */
public final class MetadataFile {
  /** The name that Flink gives it. */
  public static final String NAME = "_metadata";

  /** A checkpoint directory holds job/chk-n/_metadata. */
  private static final int DEPTH = 3;

  private MetadataFile() {}

  /**
   * Returns the path of the metadata file, which exists unless there is none in the directory.
   *
   * @param location the directory of a snapshot or its metadata file, as a path or a URI of a Flink
   *     file system. If a local directory contains several snapshots, the newest one is used.
   * @throws SavepointException if there is nothing at the location
   */
  public static Path at(String location) {
    try {
      Path path = new Path(location);
      Storage files = Storage.of(path);
      StoredFile found = files.find(path);
      if (found == null) {
        throw new SavepointException(location, "no such file or directory");
      }
      return found.isDirectory() ? in(path, files) : path;
    } catch (IOException | IllegalArgumentException e) {
      throw new SavepointException(location, String.valueOf(e.getMessage()), e);
    }
  }

  private static Path in(Path directory, Storage files) throws IOException {
    Path metadata = new Path(directory, NAME);
    if (files.isDistributed() || files.find(metadata) != null) {
      return metadata;
    }
    StoredFile newest = newest(directory, files, DEPTH);
    return newest == null ? metadata : newest.path();
  }

  /** The metadata file modified last in a directory or below it. */
  private static @Nullable StoredFile newest(Path directory, Storage files, int depth)
      throws IOException {
    StoredFile newest = null;
    for (StoredFile file : files.list(directory)) {
      StoredFile found = null;
      if (!file.isDirectory()) {
        found = file.path().getName().equals(NAME) ? file : null;
      } else if (depth > 1) {
        found = newest(file.path(), files, depth - 1);
      }
      boolean isNewer = found != null && (newest == null || found.modified() > newest.modified());
      newest = isNewer ? found : newest;
    }
    return newest;
  }
}
