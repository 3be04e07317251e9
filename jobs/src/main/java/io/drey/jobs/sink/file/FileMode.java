package io.drey.jobs.sink.file;

/** What to do with a path that is not empty. */
public enum FileMode {
  CREATE,
  APPEND,
  OVERWRITE
}
