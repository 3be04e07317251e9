package io.drey.operators.ratelimit;

/**
 * The latest fixed window of a key, in state.
 *
 * @param start of the latest window, in ms
 * @param count of its events: of those that passed, or of all if they are numbered
 */
public record WindowCount(long start, long count) {}
