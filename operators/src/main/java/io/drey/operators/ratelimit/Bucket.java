package io.drey.operators.ratelimit;

/**
 * What a token bucket keeps of a key.
 *
 * @param tokens whole ones that are left
 * @param fraction of a token more, in parts of {@code per / gcd(limit, per)}
 * @param at the instant of that level, in ms: that of the last event that passed
 */
public record Bucket(long tokens, long fraction, long at) {}
