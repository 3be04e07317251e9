// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.file;

import io.drey.state.snapshot.SavepointException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of a snapshot, which may have been moved. The files of checkpoints are referenced
 * by the path they were written to: they are searched for by name and size, first in the snapshot's
 * directory and beside it, and then at that path.
 *
 * @param metadata the snapshot's metadata file
 * @param directories those to which relative names may lead
 */
public record FileLocator(Path metadata, LocalDirectories directories) {
  private static final List<String> NEIGHBOURS = List.of("shared", "taskowned");

  /**
   * Returns the current path of a file.
   *
   * @throws SavepointException if there is none, it is too short, or it lies in another directory
   *     than the name of a relative file may lead to
   */
  public Path locate(FileSlice slice) {
    Path directory = metadata.getParent();
    Path named = path(slice.path());
    if (!named.isAbsolute()) {
      return checked(inside(directory, named), slice);
    }
    for (Path moved : candidates(directory, named)) {
      if (matches(moved, slice)) {
        return moved;
      }
    }
    return checked(named, slice);
  }

  /** Flink writes relative names only of files beside the metadata. */
  private Path inside(Path directory, Path named) {
    Path path = new Path(directory, named);
    if (!path.getPath().startsWith(directory.getPath() + Path.SEPARATOR)
        && !directories.isAllowed(java.nio.file.Path.of(path.getPath()))) {
      throw new SavepointException(
          name(metadata),
          "the name of a file leads out of its directory: '"
              + named
              + "' (if that is right: --allow-path with the directory it leads to)");
    }
    return path;
  }

  private Path path(String path) {
    try {
      return new Path(path);
    } catch (IllegalArgumentException e) {
      throw new SavepointException(name(metadata), "invalid path of a file: '" + path + "'", e);
    }
  }

  /**
   * Returns the paths to which a file may have been moved, with the snapshot or with all
   * checkpoints.
   */
  private static List<Path> candidates(Path directory, Path named) {
    List<Path> candidates = new ArrayList<>();
    candidates.add(new Path(directory, named.getName()));
    for (String neighbour : NEIGHBOURS) {
      candidates.add(new Path(directory, "../" + neighbour + "/" + named.getName()));
      // merged files are in directories of their own
      int from = named.getPath().lastIndexOf("/" + neighbour + "/");
      if (from >= 0) {
        candidates.add(new Path(directory, ".." + named.getPath().substring(from)));
      }
    }
    return candidates;
  }

  private static Path checked(Path path, FileSlice slice) {
    StoredFile file = find(path);
    if (file == null) {
      throw new SavepointException(name(path), "no such file");
    }
    long needed = slice.start() + slice.length();
    if (file.length() < needed || (file.length() > needed && !slice.isPart())) {
      throw new SavepointException(
          name(path), "it has " + file.length() + " bytes instead of " + needed);
    }
    return path;
  }

  private static boolean matches(Path path, FileSlice slice) {
    StoredFile file = find(path);
    return file != null
        && (slice.isPart()
            ? file.length() >= slice.start() + slice.length()
            : file.length() == slice.length());
  }

  /** Returns the file at a path; null if there is none. */
  public static @Nullable StoredFile find(Path path) {
    try {
      StoredFile found = Storage.of(path).find(path);
      return found == null || found.isDirectory() ? null : found;
    } catch (IOException | IllegalArgumentException e) {
      throw new SavepointException(name(path), String.valueOf(e.getMessage()), e);
    }
  }

  /** Returns a path as users write it: without the scheme if it is local. */
  public static String name(Path path) {
    String scheme = path.toUri().getScheme();
    return scheme == null || scheme.equals("file") ? path.getPath() : path.toString();
  }
}
