// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.file;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/** The files of this machine. Flink's own access to them would first start its plugins and log. */
public record LocalStorage() implements Storage {
  @Override
  public boolean isDistributed() {
    return false;
  }

  @Override
  public @Nullable StoredFile find(Path path) throws IOException {
    File file = new File(path.getPath());
    if (!file.exists()) {
      return null;
    }
    if (!file.isFile() && !file.isDirectory()) {
      throw new IOException("it is not a regular file");
    }
    return new StoredFile(path, file.isDirectory(), file.length(), file.lastModified());
  }

  @Override
  public List<StoredFile> list(Path directory) throws IOException {
    String[] names = new File(directory.getPath()).list();
    if (names == null) {
      throw new IOException("cannot list " + directory.getPath());
    }
    List<StoredFile> files = new ArrayList<>();
    for (String name : names) {
      File file = new File(directory.getPath(), name);
      if (file.isFile() || file.isDirectory()) {
        Path path = new Path(directory, name);
        files.add(new StoredFile(path, file.isDirectory(), file.length(), file.lastModified()));
      }
    }
    return files;
  }

  @Override
  @SuppressWarnings("StreamResourceLeak") // the caller closes it
  public InputStream open(Path path, long position) throws IOException {
    FileInputStream stream = new FileInputStream(path.getPath());
    stream.getChannel().position(position);
    return stream;
  }
}
