package io.drey.operators.ratelimit;

/**
 * The token bucket of a key, in state.
 *
 * @param tokens the whole tokens left
 * @param fraction the fraction of another token, in parts of {@code per / gcd(limit, per)}
 * @param at the instant of that level, in ms: the timestamp of the last event that passed
 */
public record Bucket(long tokens, long fraction, long at) {}
