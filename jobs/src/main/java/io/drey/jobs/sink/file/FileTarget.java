// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import io.drey.jobs.path.DirectoryEntry;
import io.drey.jobs.path.FilePath;
import io.drey.jobs.path.LocalPath;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * Where a file sink writes: a single file if the path's name has an extension, else a directory of
 * part files. A link stands for what it leads to.
 *
 * @param path as written
 * @param extension of part files
 */
record FileTarget(String path, String extension) implements Serializable {
  Path location() {
    java.nio.file.Path local = LocalPath.find(path);
    return local != null && Files.isSymbolicLink(local)
        ? FilePath.of(LocalPath.real(local).toString())
        : FilePath.of(path);
  }

  FileSystem fileSystem() throws IOException {
    return FilePath.system(location());
  }

  boolean isOneFile() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.lastIndexOf('.') > 0;
  }

  /** The final file of a part; a single file has one part. */
  Path part(PartName name) {
    return isOneFile() ? location() : new Path(location(), name.fileName(extension));
  }

  /** Its existing parts, finished or not. */
  Map<Path, PartName> parts() throws IOException {
    Map<Path, PartName> parts = new HashMap<>();
    for (DirectoryEntry file : DirectoryEntry.list(location())) {
      PartName name =
          file.type() == DirectoryEntry.Type.DIRECTORY ? null : PartName.find(file.name());
      if (name != null) {
        parts.put(new Path(location(), file.name()), name);
      }
    }
    return parts;
  }

  /** The hidden files of all parts. */
  List<Path> unfinished() throws IOException {
    if (isOneFile()) {
      return unfinished(location());
    }
    List<Path> files = new ArrayList<>();
    parts()
        .forEach(
            (file, part) -> {
              if (!part.isFinished()) {
                files.add(file);
              }
            });
    return files;
  }

  /** The hidden files in which Flink writes a part until it is finished. */
  List<Path> unfinished(Path part) throws IOException {
    List<Path> files = new ArrayList<>();
    for (DirectoryEntry file : DirectoryEntry.list(part.getParent())) {
      if (file.name().startsWith("." + part.getName() + ".inprogress.")) {
        files.add(new Path(part.getParent(), file.name()));
      }
    }
    return files;
  }
}
