package io.drey.state.diff;

import java.nio.file.Path;

/**
 * What is compared, and how.
 *
 * @param rows whether every entry that differs is wanted, or their number only
 * @param withTtl whether the instants of last accesses are part of values
 * @param directory for temporary files
 * @param memory how many bytes the entries of both sides may take at a time
 */
public record DiffOptions(boolean rows, boolean withTtl, Path directory, long memory) {
  private static final int SHARE = 4;

  /** With as much memory as suits the heap. */
  public static DiffOptions of(boolean rows, boolean withTtl, Path directory) {
    return new DiffOptions(rows, withTtl, directory, Runtime.getRuntime().maxMemory() / SHARE);
  }
}
