// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.graph.Directories;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.jspecify.annotations.Nullable;

/** Finds the savepoint or retained checkpoint at a path. */
public final class SavepointPath {
  private static final String METADATA = "_metadata";

  /**
   * A checkpoint directory holds job/chk-n/_metadata, a savepoint directory savepoint-x/_metadata.
   */
  private static final int DEPTH = 3;

  private SavepointPath() {}

  /**
   * The path itself if it is a savepoint, else the newest complete one below it. Paths of other
   * file systems ({@code s3://…}) are returned unchanged.
   *
   * @throws UnreadableSavepointException if there is none, or it is damaged
   */
  public static String resolve(String path) throws UnreadableSavepointException {
    if (path.contains("://") || path.startsWith("file:")) {
      return path;
    }
    Path directory = Path.of(path);
    Path metadata =
        newestBelow(directory)
            .orElseThrow(() -> unreadable(directory, "no " + METADATA + " in it", null));
    check(directory, metadata);
    return Directories.uri(metadata.resolveSibling("").toString());
  }

  /** The metadata of the newest savepoint or checkpoint in a directory or below it. */
  public static Optional<Path> newest(Path directory) throws IOException {
    try (Stream<Path> below = Files.walk(directory, DEPTH)) {
      return below
          .filter(file -> file.getFileName().toString().equals(METADATA))
          .max(Comparator.comparing(SavepointPath::modified));
    }
  }

  private static Optional<Path> newestBelow(Path directory) throws UnreadableSavepointException {
    try {
      return newest(directory);
    } catch (NoSuchFileException told) {
      throw unreadable(directory, "no such directory", null);
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(directory, String.valueOf(e.getMessage()), e);
    }
  }

  private static void check(Path directory, Path metadata) throws UnreadableSavepointException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(metadata)))) {
      CheckpointMetadata unused =
          Checkpoints.loadCheckpointMetadata(
              in, SavepointPath.class.getClassLoader(), metadata.toString());
    } catch (IOException | RuntimeException e) {
      throw unreadable(directory, "'" + metadata + "' is damaged", e);
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnreadableSavepointException unreadable(
      Path directory, String why, @Nullable Throwable cause) {
    return new UnreadableSavepointException(
        "Cannot restore from '" + directory + "': " + why, cause);
  }
}
