// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.path;

import java.io.File;
import org.apache.flink.core.fs.Path;

/** Reads the paths of pipeline files. */
public final class FilePath {
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
}
