// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;

/**
 * The latest fixed window of a key, in state.
 *
 * @param start of the latest window, in ms
 * @param count of its events: of those that passed, or of all if they are numbered
 */
public record WindowCount(@Means(Meaning.INSTANT) long start, @Means(Meaning.PLAIN) long count) {}
