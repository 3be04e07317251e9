// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/** The files of this machine. Flink's own access to them would first start its plugins and log. */
record LocalStorage() implements Storage {
  @Override
  public boolean isDistributed() {
    return false;
  }

  @Override
  public @Nullable StoredFile find(Path path) {
    File file = new File(path.getPath());
    return file.exists()
        ? new StoredFile(path, file.isDirectory(), file.length(), file.lastModified())
        : null;
  }

  @Override
  public List<StoredFile> list(Path directory) throws IOException {
    String[] names = new File(directory.getPath()).list();
    if (names == null) {
      throw new IOException("cannot list " + directory.getPath());
    }
    List<StoredFile> files = new ArrayList<>();
    for (String name : names) {
      StoredFile file = find(new Path(directory, name));
      if (file != null) {
        files.add(file);
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
