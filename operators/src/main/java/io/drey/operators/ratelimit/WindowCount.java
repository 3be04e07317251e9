package io.drey.operators.ratelimit;

/**
 * What fixed windows keep of a key.
 *
 * @param start of the latest window, in ms
 * @param count of its events: of those that passed, or of all where they are numbered
 */
public record WindowCount(long start, long count) {}
