// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;

/**
 * A run of duplicates that are counted, in Flink state.
 *
 * @param seenAt the instant (ms) from which the ttl is measured
 * @param first the least instant (ms) of its events
 * @param last the greatest instant (ms) of its events
 * @param duplicates the number of its events without the one that passed
 */
public record DuplicateRun(
    @Means(Meaning.INSTANT) long seenAt,
    @Means(Meaning.INSTANT) long first,
    @Means(Meaning.INSTANT) long last,
    @Means(Meaning.PLAIN) long duplicates) {
  static DuplicateRun begin(long time) {
    return new DuplicateRun(time, time, time, 0);
  }

  DuplicateRun with(long time, boolean refresh) {
    return new DuplicateRun(
        refresh ? Math.max(seenAt, time) : seenAt,
        Math.min(first, time),
        Math.max(last, time),
        duplicates + 1);
  }
}
