// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

/** What to do with a path that is not empty. */
public enum FileMode {
  CREATE,
  APPEND,
  OVERWRITE
}
