// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import java.nio.file.Path;

/**
 * What to compare, and how.
 *
 * @param rows whether to report every entry that differs, or only their number
 * @param withTtl whether the time of last access is compared as part of a value
 * @param directory for temporary files
 * @param memory how many bytes the entries of both sides may take in memory
 */
public record DiffOptions(boolean rows, boolean withTtl, Path directory, long memory) {
  private static final int SHARE = 4;

  /** Options with a memory budget derived from the heap size. */
  public static DiffOptions of(boolean rows, boolean withTtl, Path directory) {
    return new DiffOptions(rows, withTtl, directory, Runtime.getRuntime().maxMemory() / SHARE);
  }
}
