// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/** A file system of Flink, such as one that a plugin has. */
record FlinkStorage(FileSystem files) implements Storage {
  @Override
  public boolean isDistributed() {
    return files.isDistributedFS();
  }

  @Override
  public @Nullable StoredFile find(Path path) throws IOException {
    try {
      return stored(files.getFileStatus(path));
    } catch (FileNotFoundException e) {
      return null;
    }
  }

  @Override
  public List<StoredFile> list(Path directory) throws IOException {
    return Arrays.stream(files.listStatus(directory)).map(FlinkStorage::stored).toList();
  }

  @Override
  public InputStream open(Path path, long position) throws IOException {
    FSDataInputStream stream = files.open(path);
    stream.seek(position);
    return stream;
  }

  private static StoredFile stored(FileStatus file) {
    return new StoredFile(file.getPath(), file.isDir(), file.getLen(), file.getModificationTime());
  }
}
