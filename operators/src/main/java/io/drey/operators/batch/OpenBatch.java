package io.drey.operators.batch;

/**
 * A batch in state, without its events. Instants are in ms; those of events without a time are the
 * least there is.
 *
 * @param count how many events it has so far
 * @param first the time of the event that arrived first
 * @param latest the time of its latest event so far
 * @param timer when its timer fires; never after its deadline
 */
public record OpenBatch(int count, long first, long latest, long timer) {
  static final long NO_TIME = Long.MIN_VALUE;

  OpenBatch with(long time) {
    return new OpenBatch(count + 1, first, Math.max(latest, time), timer);
  }

  OpenBatch timedAt(long instant) {
    return new OpenBatch(count, first, latest, instant);
  }
}
