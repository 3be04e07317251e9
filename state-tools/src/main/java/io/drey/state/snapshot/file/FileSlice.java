// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.file;

/**
 * A file that holds state, or a part of one.
 *
 * @param path relative to the snapshot's directory, or absolute
 * @param start the offset in the file at which it begins
 * @param length its number of bytes
 * @param isPart whether it is a part, so that the file may be longer
 */
public record FileSlice(String path, long start, long length, boolean isPart) {
  /** Returns a whole file. */
  public static FileSlice whole(String path, long length) {
    return new FileSlice(path, 0, length, false);
  }

  /** Returns a part of a file. */
  public static FileSlice part(String path, long start, long length) {
    return new FileSlice(path, start, length, true);
  }
}
