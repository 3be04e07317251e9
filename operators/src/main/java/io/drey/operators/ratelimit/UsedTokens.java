// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;

/**
 * The token bucket of a key whose events have limits of their own, in state.
 *
 * @param used the tokens that are missing from it, in parts of 1/{@code per}
 * @param at the instant of that level, in ms: the timestamp of the last event that passed
 */
public record UsedTokens(@Means(Meaning.PLAIN) long used, @Means(Meaning.INSTANT) long at) {}
