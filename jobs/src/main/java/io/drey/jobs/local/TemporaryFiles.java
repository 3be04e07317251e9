// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.FileUtils;

/**
 * The one directory for the temporary files of a run. Flink leaves some behind, so the directory is
 * deleted at the end; the next run deletes what a killed run left.
 */
public final class TemporaryFiles implements AutoCloseable {
  private static final String PREFIX = "drey-";
  private static final String TMPDIR = "java.io.tmpdir";

  private final Path parent;
  private final Path directory;

  private TemporaryFiles(Path parent, Path directory) {
    this.parent = parent;
    this.directory = directory;
  }

  /** Creates the directory, for all files of this process; called before any is created. */
  public static TemporaryFiles claim() throws IOException {
    Path parent = Path.of(System.getProperty(TMPDIR));
    removeLeftovers(parent);
    Path directory = Files.createDirectory(parent.resolve(PREFIX + ProcessHandle.current().pid()));
    System.setProperty(TMPDIR, directory.toString());
    return new TemporaryFiles(parent, directory);
  }

  private static void removeLeftovers(Path parent) {
    String[] ours = parent.toFile().list((folder, name) -> name.startsWith(PREFIX));
    for (String name : ours == null ? new String[0] : ours) {
      Path path = parent.resolve(name);
      if (isLeftover(name) && Files.isWritable(path)) {
        FileUtils.deleteDirectoryQuietly(path.toFile());
      }
    }
  }

  /** Whether the process that the name tells of has ended. */
  private static boolean isLeftover(String name) {
    try {
      long pid = Long.parseUnsignedLong(name.substring(PREFIX.length()));
      return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    } catch (NumberFormatException isNoneOfOurs) {
      return false;
    }
  }

  /** The directory. */
  public Path directory() {
    return directory;
  }

  @Override
  public void close() {
    System.setProperty(TMPDIR, parent.toString());
    FileUtils.deleteDirectoryQuietly(directory.toFile());
  }
}
