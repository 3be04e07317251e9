package io.drey.operators.deduplicate;

/** Which event of a run of duplicates passes. */
public enum Keep {
  /** The first to arrive, at once. */
  FIRST,
  /** The newest, once the run is over. */
  LAST
}
