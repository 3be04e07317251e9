// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk in memory, which can be filled. It takes a user who may mount one. */
final class SmallDisk implements AutoCloseable {
  private static final String SIZE = "64m";

  private final Path path;

  private SmallDisk(Path path) {
    this.path = path;
  }

  /** Mounts one, in a directory that it creates. */
  static SmallDisk mount(Path path) throws Exception {
    Files.createDirectories(path);
    Command.run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "none", path.toString());
    return new SmallDisk(path);
  }

  /** Takes all the space that is left. */
  void fill() throws InterruptedException {
    try {
      Command.run("dd", "if=/dev/zero", "bs=64k", "of=" + filler());
    } catch (IOException isFull) {
      // as it was to be
    }
  }

  /** Gives the space back. */
  void free() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return path.resolve("filler");
  }

  @Override
  public void close() throws Exception {
    // lazily: processes may still write
    Command.run("umount", "-l", path.toString());
  }
}
