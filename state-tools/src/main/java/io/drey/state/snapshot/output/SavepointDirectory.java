// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory of a savepoint that is being written. It appears whole or not at all: its files are
 * written to a directory beside it, {@code .NAME.incomplete}, which is renamed at the end. What a
 * killed process leaves there is removed by the next one with the same target.
 */
public final class SavepointDirectory implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path incomplete;
  private final FileChannel lock;
  private boolean isComplete;

  private SavepointDirectory(Path target, Path incomplete, FileChannel lock) {
    this.target = target;
    this.incomplete = incomplete;
    this.lock = lock;
  }

  /**
   * Starts to write a savepoint.
   *
   * @param target must not exist, but its parent must
   * @throws IllegalArgumentException if it exists, if its parent does not, or if another process is
   *     writing it
   */
  public static SavepointDirectory create(Path target) {
    check(target);
    Path absolute = target.toAbsolutePath().normalize();
    Path incomplete = absolute.resolveSibling("." + absolute.getFileName() + ".incomplete");
    try {
      return create(absolute, incomplete);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + incomplete + ": " + e.getMessage(), e);
    }
  }

  /**
   * Checks that a savepoint can have a name, before work whose result it gets.
   *
   * @throws IllegalArgumentException if it exists, or if its parent does not
   */
  public static void check(Path target) {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (Files.exists(absolute)) {
      throw new IllegalArgumentException("must not exist but '" + target + "' does");
    }
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IllegalArgumentException(
          "must be in an existing directory but '" + target + "' is not");
    }
  }

  private static SavepointDirectory create(Path target, Path incomplete) throws IOException {
    boolean isLeft = Files.exists(incomplete);
    Files.createDirectories(incomplete);
    FileChannel lock =
        FileChannel.open(
            incomplete.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(lock)) {
      lock.close();
      throw new IllegalArgumentException(
          "must not be in use but another process is writing '" + target + "'");
    }
    SavepointDirectory directory = new SavepointDirectory(target, incomplete, lock);
    if (isLeft) {
      directory.deleteFiles();
    }
    return directory;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException isOfThisProcess) {
      return false;
    }
  }

  /** Where its files are until it is complete. */
  public Path incomplete() {
    return incomplete;
  }

  /** Creates a file of it; the caller has to close the stream. */
  public OutputStream create(String name) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(file(name), StandardOpenOption.CREATE_NEW), BUFFER);
  }

  /** Returns the path of a file that does not exist yet. */
  public Path file(String name) {
    return incomplete.resolve(name);
  }

  /** Ends writing: forces all files to disk, and gives the directory its name. */
  public void complete() throws IOException {
    for (Path file : files()) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
    lock.close();
    Files.delete(incomplete.resolve(LOCK));
    try {
      Files.move(incomplete, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(incomplete, target);
    }
    isComplete = true;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(incomplete)) {
      return files.filter(file -> !file.endsWith(LOCK)).toList();
    }
  }

  private void deleteFiles() throws IOException {
    try (Stream<Path> files = Files.walk(incomplete)) {
      files
          .sorted(Comparator.reverseOrder())
          .filter(file -> !file.equals(incomplete) && !file.endsWith(LOCK))
          .forEach(file -> file.toFile().delete());
    }
  }

  /** Removes what has been written unless it is complete. */
  @Override
  public void close() throws IOException {
    if (isComplete) {
      return;
    }
    deleteFiles();
    lock.close();
    Files.deleteIfExists(incomplete.resolve(LOCK));
    Files.deleteIfExists(incomplete);
  }
}
