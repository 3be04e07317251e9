package io.drey.jobs.source.file;

import java.util.Set;

/**
 * The files that were given to a reader, whose state tells how far they were read.
 *
 * @param paths as {@link InputFiles} names them
 */
record AssignedFiles(Set<String> paths) {
  AssignedFiles {
    paths = Set.copyOf(paths);
  }
}
