// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

/**
 * A part that is complete, to be given its final name.
 *
 * @param restoredFrom the checkpoint from which its writer was restored; {@link #NONE} if from none
 * @param file the file system's own data
 */
record FinishedPart(long restoredFrom, Recoverable file) {
  /** Checkpoints are numbered from 1. */
  static final long NONE = 0;

  /** Of a part that was written before this was recorded. */
  static final long UNKNOWN = -1;
}
