package io.drey.jobs.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.stream.Stream;

/** Finds the savepoint or retained checkpoint that a path means. */
final class SavepointPath {
  private static final String METADATA = "_metadata";

  /**
   * A checkpoint directory holds job/chk-n/_metadata, a savepoint directory savepoint-x/_metadata.
   */
  private static final int DEPTH = 3;

  private SavepointPath() {}

  /**
   * The path itself if it is a savepoint, else the newest complete one below it. Paths of other
   * file systems ({@code s3://…}) are taken as they are.
   *
   * @throws UnreadableSavepointException if there is none
   */
  static String resolve(String path) throws UnreadableSavepointException {
    if (path.contains("://") || path.startsWith("file:")) {
      return path;
    }
    Path directory = Path.of(path);
    try (Stream<Path> below = Files.walk(directory, DEPTH)) {
      return below
          .filter(file -> file.getFileName().toString().equals(METADATA))
          .max(Comparator.comparing(SavepointPath::modified))
          .map(file -> file.resolveSibling("").toAbsolutePath().toUri().toString())
          .orElseThrow(() -> missing(path, "no " + METADATA + " in it"));
    } catch (IOException e) {
      throw missing(path, "no such directory");
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnreadableSavepointException missing(String path, String why) {
    return new UnreadableSavepointException("Cannot restore from '" + path + "': " + why);
  }
}
