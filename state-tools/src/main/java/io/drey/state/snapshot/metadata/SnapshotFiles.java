// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.header.HeaderSearches;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files of a savepoint or checkpoint, which may have been moved. The files of checkpoints are
 * referenced by the path they were written to: they are searched for by name and size, first in the
 * snapshot's directory and beside it, and then at that path.
 */
public final class SnapshotFiles {
  static final String METADATA = "_metadata";

  /** A checkpoint directory holds job/chk-n/_metadata. */
  private static final int DEPTH = 3;

  private static final List<String> NEIGHBOURS = List.of("shared", "taskowned");

  private final Path metadata;
  private final LocalDirectories directories;
  private final KnownUids uids;
  private final Progress progress = new Progress();
  private final HeaderSearches headerSearches = new HeaderSearches();
  private final SearchBudget searchBudget = new SearchBudget();
  private volatile int metadataVersion = ByteReader.UNKNOWN_VERSION;

  private SnapshotFiles(Path metadata, LocalDirectories directories, KnownUids uids) {
    this.metadata = metadata;
    this.directories = directories;
    this.uids = uids;
  }

  /**
   * Finds a snapshot.
   *
   * @param location its directory or its metadata file, as a path or a URI of a Flink file system.
   *     If a local directory contains several snapshots, the newest one is used.
   */
  public static SnapshotFiles at(String location) {
    return at(location, LocalDirectories.byDefault());
  }

  /** Finds a snapshot, perhaps one put together by hand, which may use other directories. */
  public static SnapshotFiles at(String location, LocalDirectories directories) {
    return at(location, directories, KnownUids.NONE);
  }

  /** The same, whose operators are named by uids that the snapshot may not store. */
  public static SnapshotFiles at(String location, LocalDirectories directories, KnownUids uids) {
    try {
      Path path = new Path(location);
      Storage files = Storage.of(path);
      StoredFile found = files.find(path);
      if (found == null) {
        throw new SavepointException(location, "no such file or directory");
      }
      Path metadata = found.isDirectory() ? metadata(path, files) : path;
      return new SnapshotFiles(metadata, directories, uids);
    } catch (IOException | IllegalArgumentException e) {
      throw new SavepointException(location, String.valueOf(e.getMessage()), e);
    }
  }

  private static Path metadata(Path directory, Storage files) throws IOException {
    Path metadata = new Path(directory, METADATA);
    if (files.isDistributed() || files.find(metadata) != null) {
      return metadata;
    }
    StoredFile newest = newest(directory, files, DEPTH);
    return newest == null ? metadata : newest.path();
  }

  /** The metadata file modified last in a directory or below it. */
  private static @Nullable StoredFile newest(Path directory, Storage files, int depth)
      throws IOException {
    StoredFile newest = null;
    for (StoredFile file : files.list(directory)) {
      StoredFile found = null;
      if (!file.isDirectory()) {
        found = file.path().getName().equals(METADATA) ? file : null;
      } else if (depth > 1) {
        found = newest(file.path(), files, depth - 1);
      }
      boolean isNewer = found != null && (newest == null || found.modified() > newest.modified());
      newest = isNewer ? found : newest;
    }
    return newest;
  }

  /** Finds another snapshot, which may use the same directories and has the same known uids. */
  public SnapshotFiles another(String location) {
    return at(location, directories, uids);
  }

  /** Reads the metadata, with the uids that are known. */
  public Metadata metadata() {
    return uids.named(storedMetadata());
  }

  /** Reads the metadata as it is stored. */
  public Metadata storedMetadata() {
    StoredFile file = find(metadata);
    if (file == null) {
      throw new SavepointException(
          name(metadata), "no such file (not the directory of a savepoint or checkpoint)");
    }
    FileSlice all = FileSlice.whole(metadata.getName(), file.length());
    try (ByteReader in = open(all)) {
      Metadata read = Metadata.read(in, metadata.getName());
      metadataVersion = read.version();
      return read;
    }
  }

  /** Returns the bytes of the metadata file. */
  public byte[] metadataBytes() {
    StoredFile file = find(metadata);
    long length = file == null ? 0 : file.length();
    try (ByteReader in = open(FileSlice.whole(metadata.getName(), length))) {
      return in.readBytes((int) Math.min(length, Integer.MAX_VALUE - 8));
    }
  }

  /** Returns how much has been read. */
  public Progress progress() {
    return progress;
  }

  /** Returns the searches in its headers. */
  public HeaderSearches headerSearches() {
    return headerSearches;
  }

  /** Returns how much may still be searched in vain. */
  public SearchBudget searchBudget() {
    return searchBudget;
  }

  /** Opens a file or a part of one; the caller has to close the reader. */
  public ByteReader open(FileSlice slice) {
    Path path = locate(slice);
    try {
      InputStream stream = Storage.of(path).open(path, slice.start());
      InputStream counted = new CountedStream(stream, progress);
      return ByteReader.of(name(path), counted, slice.start(), slice.start() + slice.length())
          .ofMetadata(metadataVersion);
    } catch (IOException e) {
      throw new SavepointException(name(path), String.valueOf(e.getMessage()), e);
    }
  }

  /** The directories that it uses besides its own. */
  public LocalDirectories directories() {
    return directories;
  }

  /** Creates a directory for links to its files and copies of them. */
  public TemporaryDirectory createDirectory() {
    return TemporaryDirectory.in(directories.temporary());
  }

  /** Links a local file to another path, on any disk; returns false if it has to be copied. */
  public boolean link(FileSlice slice, java.nio.file.Path target) throws IOException {
    Path source = locate(slice);
    if (slice.isPart() || !(Storage.of(source) instanceof LocalStorage)) {
      return false;
    }
    try {
      Files.createSymbolicLink(target, java.nio.file.Path.of(source.getPath()).toAbsolutePath());
    } catch (IOException | UnsupportedOperationException isNotAllowed) {
      return false;
    }
    progress.addBytes(slice.length());
    return true;
  }

  /** Copies a file or a part of one. */
  public void copy(FileSlice slice, java.nio.file.Path target) throws IOException {
    try (ByteReader in = open(slice);
        InputStream bytes = in.asStream()) {
      Files.copy(bytes, target);
    }
  }

  /** Returns the current path of a file. */
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
          toString(),
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
      throw new SavepointException(toString(), "invalid path of a file: '" + path + "'", e);
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

  private Path checked(Path path, FileSlice slice) {
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

  private boolean matches(Path path, FileSlice slice) {
    StoredFile file = find(path);
    return file != null
        && (slice.isPart()
            ? file.length() >= slice.start() + slice.length()
            : file.length() == slice.length());
  }

  private static @Nullable StoredFile find(Path path) {
    try {
      StoredFile found = Storage.of(path).find(path);
      return found == null || found.isDirectory() ? null : found;
    } catch (IOException | IllegalArgumentException e) {
      throw new SavepointException(name(path), String.valueOf(e.getMessage()), e);
    }
  }

  /** Whether its directory is named like a checkpoint of Flink, rather than a savepoint. */
  public boolean isCheckpoint() {
    return metadata.getParent().getName().startsWith("chk-");
  }

  /** Returns the path of the metadata file. */
  @Override
  public String toString() {
    return name(metadata);
  }

  /** Returns a path as users write it: without the scheme if it is local. */
  private static String name(Path path) {
    String scheme = path.toUri().getScheme();
    return scheme == null || scheme.equals("file") ? path.getPath() : path.toString();
  }
}
