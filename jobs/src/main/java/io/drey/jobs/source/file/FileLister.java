// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Lists files that may be rotated meanwhile. A directory that changes while it is read shows some
 * of its files twice or not at all: where files are followed, a new listing counts once the next
 * one is the same.
 */
final class FileLister {
  private static final int LISTINGS = 5;

  /** A first listing without the base of a family waits for it, which is created anew. */
  private static final long ROTATION_NANOS = 100_000_000;

  private static final long CHANGE_NANOS = 2_000_000;

  private final FileInput input;
  private final RotationBases bases;

  /** The inode of each path that was listed last. */
  private Map<String, String> last = new HashMap<>();

  private boolean listed;

  FileLister(FileInput input, RotationBases bases) {
    this.input = input;
    this.bases = bases;
  }

  /** Lists the files in their order. */
  List<InputFile> list(List<FileSplit> known) throws IOException {
    known.forEach(split -> bases.see(split.path()));
    List<InputFile> files = input.list(bases);
    if (!input.follow()) {
      return files;
    }
    for (int i = 1; i < LISTINGS && !listed && bases.isAnyMissing(); i++) {
      LockSupport.parkNanos(ROTATION_NANOS);
      files = input.list(bases);
    }
    listed = true;
    return settled(files);
  }

  private List<InputFile> settled(List<InputFile> listing) throws IOException {
    List<InputFile> files = listing;
    Map<String, String> now = inodes(files);
    for (int i = 1; i < LISTINGS && !now.equals(last); i++) {
      last = now;
      LockSupport.parkNanos(CHANGE_NANOS);
      files = input.list(bases);
      now = inodes(files);
    }
    last = now;
    return files;
  }

  private static Map<String, String> inodes(List<InputFile> files) {
    Map<String, String> inodes = new HashMap<>();
    files.forEach(file -> inodes.put(file.path(), file.inode()));
    return inodes;
  }
}
