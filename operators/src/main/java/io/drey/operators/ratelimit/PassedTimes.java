// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;

/**
 * The sliding window of a key, in state: the timestamps (ms) of events that passed, oldest first.
 * If there are many, the older ones are stored separately, in blocks of {@value
 * SlidingWindow#BLOCK}.
 *
 * @param firstBlock the number of the oldest block
 * @param blocks the number of blocks, which are numbered without gaps
 * @param recent the timestamps after those of the blocks, at least one
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a list of boxed longs takes four times the heap; never compared
public record PassedTimes(
    @Means(Meaning.PLAIN) long firstBlock, int blocks, @Means(Meaning.INSTANT) long[] recent) {
  long size() {
    return (long) blocks * SlidingWindow.BLOCK + recent.length;
  }

  long latest() {
    return recent[recent.length - 1];
  }
}
