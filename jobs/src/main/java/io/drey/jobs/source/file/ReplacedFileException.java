// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import java.io.IOException;

/** A file is not the one that was listed: it was renamed, overwritten or deleted since. */
final class ReplacedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  ReplacedFileException(FileSplit split) {
    super("Cannot read '" + split.path() + "': it was renamed, overwritten or deleted meanwhile");
  }
}
