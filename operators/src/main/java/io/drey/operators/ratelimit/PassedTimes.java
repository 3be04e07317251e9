package io.drey.operators.ratelimit;

/**
 * What a sliding window keeps of a key: the times (ms) of events that passed, oldest first. Where
 * they are many, the older ones lie apart, in blocks of {@value SlidingWindow#BLOCK}.
 *
 * @param firstBlock the number of the oldest block
 * @param blocks how many there are, numbered without a gap
 * @param recent the times after those of the blocks, at least one
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a list of boxed longs takes four times the heap; never compared
public record PassedTimes(long firstBlock, int blocks, long[] recent) {
  long size() {
    return (long) blocks * SlidingWindow.BLOCK + recent.length;
  }

  long latest() {
    return recent[recent.length - 1];
  }
}
