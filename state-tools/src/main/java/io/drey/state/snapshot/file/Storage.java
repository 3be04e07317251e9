// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/** Where files are: this machine, or a file system that only Flink can read. */
public interface Storage {
  /** Returns the storage of a path, which has the scheme of a Flink file system or none. */
  static Storage of(Path path) throws IOException {
    String scheme = path.toUri().getScheme();
    boolean isLocal = scheme == null || scheme.equals("file");
    return isLocal && path.toUri().getAuthority() == null
        ? new LocalStorage()
        : new FlinkStorage(path.getFileSystem());
  }

  /** Whether other machines have it too. */
  boolean isDistributed();

  /** Returns what is at a path; null if there is nothing. */
  @Nullable StoredFile find(Path path) throws IOException;

  /** Returns what is in a directory. */
  List<StoredFile> list(Path directory) throws IOException;

  /** Opens a file at a position. */
  InputStream open(Path path, long position) throws IOException;
}
