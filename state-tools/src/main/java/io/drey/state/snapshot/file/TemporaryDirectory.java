// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory for links to files and copies of them. It is deleted when it is closed, and if a
 * signal ends the process before.
 */
public final class TemporaryDirectory implements AutoCloseable {
  private static final int MOST_TRIES = 100;

  private final Path parent;
  private final Path path;
  private final Thread atExit = new Thread(this::deleteAtExit, "delete-copies");

  private TemporaryDirectory(Path parent, Path path) {
    this.parent = parent;
    this.path = path;
  }

  /**
   * Creates the directory.
   *
   * @throws UncheckedIOException if that is not possible
   */
  public static TemporaryDirectory in(Path parent) {
    try {
      Path path = Files.createTempDirectory(parent, "drey-state");
      TemporaryDirectory directory = new TemporaryDirectory(parent, path);
      Runtime.getRuntime().addShutdownHook(directory.atExit);
      return directory;
    } catch (IOException e) {
      throw failed(parent, e);
    }
  }

  public Path path() {
    return path;
  }

  /**
   * Checks that there is room for so many bytes.
   *
   * @throws UncheckedIOException if there is not
   */
  public void require(long bytes) {
    try {
      long free = Files.getFileStore(path).getUsableSpace();
      if (free < bytes) {
        throw new IOException("it needs " + bytes + " bytes but only " + free + " are free");
      }
    } catch (IOException e) {
      throw failed(parent, e);
    }
  }

  /** The failure to write to it. */
  public UncheckedIOException failed(IOException e) {
    return failed(parent, e);
  }

  private static UncheckedIOException failed(Path parent, IOException e) {
    return new UncheckedIOException(
        "Cannot write temporary files to " + parent + " (see --tmp)", e);
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException isEnding) {
      return;
    }
  }

  /** The thread that copies goes on until the process has ended. */
  private void deleteAtExit() {
    for (int tries = 0; tries < MOST_TRIES && Files.exists(path); tries++) {
      delete();
    }
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException isGone) {
      return;
    }
  }
}
