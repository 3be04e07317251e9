// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.file.CountedStream;
import io.drey.state.snapshot.file.FileLocator;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.file.LocalDirectories;
import io.drey.state.snapshot.file.LocalStorage;
import io.drey.state.snapshot.file.MetadataFile;
import io.drey.state.snapshot.file.Progress;
import io.drey.state.snapshot.file.Storage;
import io.drey.state.snapshot.file.StoredFile;
import io.drey.state.snapshot.file.TemporaryDirectory;
import io.drey.state.snapshot.header.HeaderSearches;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.flink.core.fs.Path;

/** The files of a savepoint or checkpoint, which may have been moved. */
public final class SnapshotFiles {
  private final FileLocator locator;
  private final KnownUids uids;
  private final Progress progress = new Progress();
  private final HeaderSearches headerSearches = new HeaderSearches();
  private final SearchBudget searchBudget = new SearchBudget();
  private volatile int metadataVersion = ByteReader.UNKNOWN_VERSION;

  private SnapshotFiles(FileLocator locator, KnownUids uids) {
    this.locator = locator;
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
    return new SnapshotFiles(new FileLocator(MetadataFile.at(location), directories), uids);
  }

  /** Finds another snapshot, which may use the same directories and has the same known uids. */
  public SnapshotFiles another(String location) {
    return at(location, directories(), uids);
  }

  /** Reads the metadata, with the uids that are known. */
  public Metadata metadata() {
    return uids.named(storedMetadata());
  }

  /** Reads the metadata as it is stored. */
  public Metadata storedMetadata() {
    StoredFile file = FileLocator.find(locator.metadata());
    if (file == null) {
      throw new SavepointException(
          toString(), "no such file (not the directory of a savepoint or checkpoint)");
    }
    try (ByteReader in = openMetadata(file.length())) {
      Metadata read = Metadata.read(in, locator.metadata().getName());
      metadataVersion = read.version();
      return read;
    }
  }

  /** Returns the bytes of the metadata file. */
  public byte[] metadataBytes() {
    StoredFile file = FileLocator.find(locator.metadata());
    long length = file == null ? 0 : file.length();
    try (ByteReader in = openMetadata(length)) {
      return in.readBytes((int) Math.min(length, Integer.MAX_VALUE - 8));
    }
  }

  private ByteReader openMetadata(long length) {
    return open(FileSlice.whole(locator.metadata().getName(), length));
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
    String name = FileLocator.name(path);
    try {
      InputStream stream = Storage.of(path).open(path, slice.start());
      InputStream counted = new CountedStream(stream, progress);
      return ByteReader.of(name, counted, slice.start(), slice.start() + slice.length())
          .ofMetadata(metadataVersion);
    } catch (IOException e) {
      throw new SavepointException(name, String.valueOf(e.getMessage()), e);
    }
  }

  /** The directories that it uses besides its own. */
  public LocalDirectories directories() {
    return locator.directories();
  }

  /** Creates a directory for links to its files and copies of them. */
  public TemporaryDirectory createDirectory() {
    return TemporaryDirectory.in(directories().temporary());
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
    return locator.locate(slice);
  }

  /** Whether its directory is named like a checkpoint of Flink, rather than a savepoint. */
  public boolean isCheckpoint() {
    return locator.metadata().getParent().getName().startsWith("chk-");
  }

  /** Returns the path of the metadata file. */
  @Override
  public String toString() {
    return FileLocator.name(locator.metadata());
  }
}
