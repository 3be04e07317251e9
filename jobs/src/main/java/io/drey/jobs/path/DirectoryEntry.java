// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.path;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * An entry of a directory.
 *
 * @param name without the directory
 * @param type what it is
 * @param length in bytes
 * @param modified when, in the clock of its file system
 * @param inode its identity in its file system, whatever its name; empty if there is none
 */
public record DirectoryEntry(String name, Type type, long length, long modified, String inode) {
  /** What an entry is; of a symbolic link, what it points to. */
  public enum Type {
    FILE,
    DIRECTORY,
    /** A pipe, a device or a socket. */
    SPECIAL
  }

  /** Lists a directory, in no particular order; a path that is no directory has no entries. */
  public static List<DirectoryEntry> list(Path directory) throws IOException {
    List<DirectoryEntry> entries = new ArrayList<>();
    if (FilePath.isLocal(directory)) {
      // Flink can't list local files with a colon in their name.
      File[] files = new File(directory.getPath()).listFiles();
      for (File file : files == null ? new File[0] : files) {
        addIfThere(file, entries);
      }
    } else {
      listRemote(directory, entries);
    }
    return entries;
  }

  private static void listRemote(Path directory, List<DirectoryEntry> entries) throws IOException {
    FileSystem system = FilePath.system(directory);
    if (system.exists(directory)) {
      for (FileStatus file : system.listStatus(directory)) {
        entries.add(of(file));
      }
    }
  }

  /** Files may go while a directory is being listed. */
  private static void addIfThere(File file, List<DirectoryEntry> entries) throws IOException {
    try {
      entries.add(of(file));
    } catch (FileNotFoundException goneOrBrokenLink) {
      return;
    }
  }

  /**
   * The entry of a file.
   *
   * @throws FileNotFoundException if there is none
   */
  public static DirectoryEntry of(Path file) throws IOException {
    return FilePath.isLocal(file)
        ? of(new File(file.getPath()))
        : of(FilePath.system(file).getFileStatus(file));
  }

  private static DirectoryEntry of(FileStatus file) {
    Type type = file.isDir() ? Type.DIRECTORY : Type.FILE;
    return new DirectoryEntry(
        file.getPath().getName(), type, file.getLen(), file.getModificationTime(), "");
  }

  private static DirectoryEntry of(File file) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(file.toPath(), BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw (IOException) new FileNotFoundException(file + ": no such file").initCause(e);
    } catch (InvalidPathException e) {
      throw new IOException(
          "Cannot read the name '" + file.getName() + "' in this locale: set LC_ALL=C.UTF-8", e);
    }
    Type type = attributes.isOther() ? Type.SPECIAL : Type.FILE;
    return new DirectoryEntry(
        file.getName(),
        attributes.isDirectory() ? Type.DIRECTORY : type,
        attributes.size(),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        attributes.fileKey() == null ? "" : attributes.fileKey().toString());
  }
}
