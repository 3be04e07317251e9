package io.drey.jobs.graph;

/**
 * What a run is told besides its pipeline.
 *
 * @param keepOpen whether file sources stay open after their last file
 * @param restored whether it continues from a savepoint
 */
public record RunMode(boolean keepOpen, boolean restored) {}
