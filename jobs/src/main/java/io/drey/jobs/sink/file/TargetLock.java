// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import io.drey.jobs.path.LockFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps other runs from a file, or from a directory of part files, by a hidden file that is locked.
 * Directories that are made for it go with it, if nothing else is in them.
 */
final class TargetLock implements Closeable {
  private final LockFile lock;
  private final Deque<Path> made;

  private TargetLock(LockFile lock, Deque<Path> made) {
    this.lock = lock;
    this.made = made;
  }

  /**
   * Locks a target.
   *
   * @param name of the target in the message
   * @throws IllegalArgumentException if another run holds it
   */
  static TargetLock hold(Path target, boolean isOneFile, String name) throws IOException {
    Path folder = isOneFile ? target.resolveSibling("") : target;
    Path file = folder.resolve(isOneFile ? "." + target.getFileName() + ".lock" : ".lock");
    Deque<Path> made = new ArrayDeque<>();
    for (Path path = folder; path != null && Files.notExists(path); path = path.getParent()) {
      made.addLast(path);
    }
    Files.createDirectories(folder);
    LockFile lock = LockFile.hold(file).orElseThrow(() -> inUse(name, file));
    return new TargetLock(lock, made);
  }

  private static IllegalArgumentException inUse(String name, Path file) {
    return new IllegalArgumentException(
        "Cannot write to '" + name + "': another run writes to it, and holds '" + file + "'");
  }

  @Override
  public void close() throws IOException {
    lock.close();
    for (Path directory : made) {
      try {
        Files.deleteIfExists(directory);
      } catch (DirectoryNotEmptyException isUsed) {
        return;
      }
    }
  }
}
