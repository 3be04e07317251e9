package io.drey.jobs.sink;

/**
 * What a sink must know of the job it is attached to.
 *
 * @param id the sink's id, which is its uid
 * @param bounded whether every source ends by itself, be it kept open or not
 * @param keepOpen whether sources wait after their end, to be stopped with a savepoint
 * @param restored whether the job continues from a savepoint
 */
public record SinkContext(String id, boolean bounded, boolean keepOpen, boolean restored) {}
