// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import java.util.List;

/** Files that no reader has, in a checkpoint between a restart and the new assignment. */
record UnassignedFiles(List<FileSplit> splits) {
  static final UnassignedFiles NONE = new UnassignedFiles(List.of());

  UnassignedFiles {
    splits = List.copyOf(splits);
  }
}
