package io.drey.jobs.source;

import org.jspecify.annotations.Nullable;

/** A source of a pipeline file; its options are the record's components. */
public interface Source {
  InputFormat format();

  /** How events are timed, or null where nothing is said. */
  @Nullable TimeOptions time();

  /** Whether its input ends by itself. */
  boolean isBounded();
}
