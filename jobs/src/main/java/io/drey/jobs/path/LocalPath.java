// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The paths of pipeline files that are in the local file system. */
public final class LocalPath {
  private static final String SCHEME = "file:";

  /** Where a process finds its open streams and devices. */
  private static final Set<String> SPECIAL_FOLDERS = Set.of("/dev", "/dev/fd", "/proc/self/fd");

  private LocalPath() {}

  /** The local path that is meant by one of a file; null if that is in another file system. */
  public static @Nullable Path find(String path) {
    if (path.startsWith(SCHEME)) {
      return Path.of(path.substring(SCHEME.length())).toAbsolutePath();
    }
    return path.contains("://") ? null : Path.of(path).toAbsolutePath();
  }

  /**
   * Where a path leads, whether something is there yet or not: all links are followed, a dangling
   * one too.
   */
  public static Path real(Path path) {
    Path absolute = path.toAbsolutePath();
    Path parent = absolute.getParent();
    try {
      if (Files.exists(absolute) || parent == null) {
        return absolute.toRealPath();
      }
      return Files.isSymbolicLink(absolute)
          ? real(absolute.resolveSibling(Files.readSymbolicLink(absolute)))
          : real(parent).resolve(absolute.getFileName()).normalize();
    } catch (IOException e) {
      return absolute.normalize();
    }
  }

  /** Whether a pipe, a device or an open stream of the process is there, and not a file. */
  public static boolean isSpecial(Path path) {
    if (!Files.exists(path) || Files.isDirectory(path)) {
      return false;
    }
    try {
      return SPECIAL_FOLDERS.contains(String.valueOf(path.normalize().getParent()))
          || Files.readAttributes(path, BasicFileAttributes.class).isOther();
    } catch (IOException vanished) {
      return false;
    }
  }
}
