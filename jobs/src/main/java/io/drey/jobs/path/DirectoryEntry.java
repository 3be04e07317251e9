// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.path;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * An entry of a directory.
 *
 * @param name without the directory
 * @param isDirectory whether it is a directory itself
 * @param length in bytes
 */
public record DirectoryEntry(String name, boolean isDirectory, long length) {
  /** Lists a directory, in no particular order; a path that is no directory has no entries. */
  public static List<DirectoryEntry> list(Path directory) throws IOException {
    FileSystem system = FilePath.system(directory);
    List<DirectoryEntry> entries = new ArrayList<>();
    if (!system.isDistributedFS()) {
      // Flink can't list local files with a colon in their name.
      File[] files = new File(directory.getPath()).listFiles();
      for (File file : files == null ? new File[0] : files) {
        entries.add(new DirectoryEntry(file.getName(), file.isDirectory(), file.length()));
      }
    } else if (system.exists(directory)) {
      for (FileStatus file : system.listStatus(directory)) {
        entries.add(new DirectoryEntry(file.getPath().getName(), file.isDir(), file.getLen()));
      }
    }
    return entries;
  }
}
