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

  /** A class of its own, since Flink's file systems take long to load. */
  private static final class Local {
    static FileSystem system() {
      return LocalFileSystem.getSharedInstance();
    }
  }

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
    return isLocal(path) ? Local.system() : path.getFileSystem();
  }

  /** Whether a path leads to the local file system, which needs nothing of Flink's. */
  public static boolean isLocal(Path path) {
    return LOCAL.equals(path.toUri().getScheme());
  }

  /** Whether there is a file or a directory. */
  public static boolean exists(String path) throws IOException {
    Path file = of(path);
    return isLocal(file) ? new File(file.getPath()).exists() : system(file).exists(file);
  }

  /** Whether there is a directory of this name in the local file system. */
  public static boolean isDirectory(String path) {
    Path local = of(path);
    return isLocal(local) && new File(local.getPath()).isDirectory();
  }
}
