// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.path;

import java.io.File;
import java.io.IOException;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;

/** The paths of pipeline files, and the file systems that they lead to. */
public final class FilePath {
  private static final String LOCAL = "file";

  private FilePath() {}

  /**
   * A URI if it has a scheme ({@code s3://…}, {@code file:…}); else a local file, whatever
   * characters its name has, where a relative path is resolved against the working directory.
   */
  public static Path of(String path) {
    return path.contains("://") || path.startsWith("file:")
        ? new Path(path)
        : Path.fromLocalFile(new File(path).getAbsoluteFile());
  }

  /**
   * The file system of a path. That of local files is always there: to look it up as one of those
   * that are installed reads the index of every jar.
   *
   * @throws IOException if there is none for the scheme
   */
  public static FileSystem system(Path path) throws IOException {
    return LOCAL.equals(path.toUri().getScheme())
        ? LocalFileSystem.getSharedInstance()
        : path.getFileSystem();
  }

  /** Whether there is a directory of this name in the local file system. */
  public static boolean isDirectory(String path) {
    Path local = of(path);
    return LOCAL.equals(local.toUri().getScheme()) && new File(local.getPath()).isDirectory();
  }
}
