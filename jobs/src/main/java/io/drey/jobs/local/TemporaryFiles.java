// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.path.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.apache.flink.util.FileUtils;
import org.apache.flink.util.IOUtils;

/**
 * The one directory for the temporary files of a run, with a lock beside it. Flink leaves some
 * files behind, so the directory is deleted at the end, also when a signal ends the process; the
 * next run deletes what a killed run left: that whose lock nobody holds. An id of a process would
 * not tell, where containers share a directory.
 */
public final class TemporaryFiles implements AutoCloseable {
  private static final String PREFIX = "drey-run-";
  private static final String LOCK = ".lock";
  private static final String TMPDIR = "java.io.tmpdir";

  private final String before;
  private final Path directory;
  private final LockFile lock;
  private final Thread atExit = new Thread(this::delete, "delete-temporary-files");

  private TemporaryFiles(String before, Path directory, LockFile lock) {
    this.before = before;
    this.directory = directory;
    this.lock = lock;
  }

  /** Creates the directory, for all files of this process; called before any is created. */
  public static TemporaryFiles claim() throws IOException {
    return claimIn(Path.of(System.getProperty(TMPDIR)));
  }

  /** Creates the directory in another one than that of the system. */
  public static TemporaryFiles claimIn(Path parent) throws IOException {
    removeLeftovers(parent);
    Optional<LockFile> lock = Optional.empty();
    String name = "";
    while (lock.isEmpty()) {
      name = PREFIX + Long.toString(System.nanoTime(), Character.MAX_RADIX);
      lock = LockFile.hold(parent.resolve(name + LOCK));
    }
    Path directory = Files.createDirectory(parent.resolve(name), ownersOnly(parent));
    String before = System.setProperty(TMPDIR, directory.toString());
    TemporaryFiles files = new TemporaryFiles(before, directory, lock.get());
    Runtime.getRuntime().addShutdownHook(files.atExit);
    return files;
  }

  private static FileAttribute<?>[] ownersOnly(Path parent) {
    boolean hasOwners = parent.getFileSystem().supportedFileAttributeViews().contains("posix");
    return hasOwners
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void removeLeftovers(Path parent) {
    String[] ours = parent.toFile().list((folder, name) -> name.startsWith(PREFIX));
    for (String name : ours == null ? new String[0] : ours) {
      Path path = parent.resolve(name);
      if (name.endsWith(LOCK)) {
        removeLeftover(path);
      } else if (Files.isDirectory(path) && Files.notExists(parent.resolve(name + LOCK))) {
        // a run locks before it makes its directory; a cluster that ends may make that once more
        FileUtils.deleteDirectoryQuietly(path.toFile());
      }
    }
  }

  private static void removeLeftover(Path path) {
    try (LockFile unused = LockFile.hold(path).orElse(null)) {
      if (unused != null) {
        FileUtils.deleteDirectoryQuietly(directory(path).toFile());
      }
    } catch (IOException isOfAnotherUser) {
      return;
    }
  }

  private static Path directory(Path lock) {
    String name = lock.getFileName().toString();
    return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
  }

  /** The directory. */
  public Path directory() {
    return directory;
  }

  @Override
  public void close() {
    System.setProperty(TMPDIR, before);
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException isEnding) {
      return;
    }
  }

  /** A cluster that ends with the process may write once more: that is for the next run. */
  private void delete() {
    FileUtils.deleteDirectoryQuietly(directory.toFile());
    IOUtils.closeQuietly(lock);
  }
}
