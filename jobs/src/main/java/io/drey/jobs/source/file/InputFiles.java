// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.path.DirectoryEntry;
import io.drey.jobs.path.FilePath;
import io.drey.jobs.source.single.UnreadableInputException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;

/**
 * The files a path stands for: one file; the regular, visible files directly in a directory; or
 * what a glob matches ({@code *}, {@code ?}, {@code [a-z]}, {@code {a,b}}, and {@code **} for any
 * number of directories).
 *
 * @param path as it was written. It identifies the files in state: a relative path stays relative,
 *     so a directory that is moved together with the working directory holds the same files
 */
record InputFiles(String path) implements Serializable {
  /**
   * One file.
   *
   * @param path as it is in state
   * @param length in bytes, at the time of listing
   */
  record InputFile(String path, long length) {}

  /**
   * Lists the files in natural order.
   *
   * @throws UnreadableInputException if there is no such file
   */
  List<InputFile> list() throws IOException {
    List<InputFile> files = new ArrayList<>();
    if (exists(path)) {
      listExisting(files);
    } else if (Glob.isGlob(path)) {
      Glob.of(path).expand(files);
      if (files.isEmpty()) {
        throw new UnreadableInputException("Cannot read '" + path + "': no file matches");
      }
    } else {
      throw new UnreadableInputException("Cannot read '" + path + "': no such file");
    }
    files.sort(Comparator.comparing(InputFile::path, NaturalOrder.INSTANCE));
    return files;
  }

  private void listExisting(List<InputFile> files) throws IOException {
    FileStatus status = status(path);
    if (!status.isDir()) {
      files.add(new InputFile(path, status.getLen()));
      return;
    }
    for (DirectoryEntry child : DirectoryEntry.list(FilePath.of(path))) {
      if (!child.isDirectory() && !child.name().startsWith(".")) {
        files.add(new InputFile(join(path, child.name()), child.length()));
      }
    }
  }

  static String join(String directory, String name) {
    return directory.isEmpty() || directory.endsWith("/")
        ? directory + name
        : directory + "/" + name;
  }

  static boolean exists(String file) throws IOException {
    Path path = FilePath.of(file);
    return FilePath.system(path).exists(path);
  }

  static FileStatus status(String file) throws IOException {
    Path path = FilePath.of(file);
    return FilePath.system(path).getFileStatus(path);
  }
}
