// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;

/**
 * The token bucket of a key, in state.
 *
 * @param tokens the whole tokens left
 * @param fraction the fraction of another token, in parts of {@code per / gcd(limit, per)}
 * @param at the instant of that level, in ms: the timestamp of the last event that passed
 */
public record Bucket(
    @Means(Meaning.PLAIN) long tokens,
    @Means(Meaning.PLAIN) long fraction,
    @Means(Meaning.INSTANT) long at) {}
