// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import java.util.Set;

/**
 * The files that have been assigned to readers; the state of the readers holds how far each was
 * read.
 *
 * @param paths as {@link InputFiles} names them
 */
record AssignedFiles(Set<String> paths) {
  AssignedFiles {
    paths = Set.copyOf(paths);
  }
}
