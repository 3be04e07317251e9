// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.path;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that this process has locked. The operating system lets go of the lock however the process
 * ends; that the file is there says nothing.
 */
public final class LockFile implements AutoCloseable {
  /** A process that opens a file it has locked, and closes it again, loses the lock. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private LockFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Creates a file where there is none, and locks it; empty if it is locked already, by any
   * process.
   */
  public static Optional<LockFile> hold(Path file) throws IOException {
    Path path = file.toAbsolutePath().normalize();
    if (!HELD.add(path)) {
      return Optional.empty();
    }
    FileChannel locked = null;
    try {
      locked = lock(path);
    } finally {
      if (locked == null) {
        HELD.remove(path);
      }
    }
    return Optional.ofNullable(locked).map(channel -> new LockFile(path, channel));
  }

  private static @Nullable FileChannel lock(Path path) throws IOException {
    while (true) {
      create(path);
      Object found = key(path);
      FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
      boolean isThisOne = Objects.equals(found, key(path));
      if (isThisOne && channel.tryLock() == null) {
        channel.close();
        return null;
      }
      if (isThisOne && Objects.equals(found, key(path))) {
        return channel;
      }
      // its holder has deleted it in between
      channel.close();
    }
  }

  private static void create(Path path) throws IOException {
    try {
      Files.createFile(path);
    } catch (FileAlreadyExistsException isThere) {
      return;
    }
  }

  /** Tells a file from another one that has taken its name. */
  private static @Nullable Object key(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException deleted) {
      return null;
    }
  }

  /** Deletes the file and lets go of the lock. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(path);
    } finally {
      HELD.remove(path);
    }
  }
}
