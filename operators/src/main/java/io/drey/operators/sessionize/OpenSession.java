package io.drey.operators.sessionize;

/**
 * A session in state, without its events. Instants are in ms.
 *
 * @param start the time of its earliest event so far
 * @param end the time of its latest event so far
 * @param count how many events it has so far
 * @param timer when its timer fires; never after its deadline
 */
public record OpenSession(long start, long end, int count, long timer) {

  OpenSession with(long time) {
    return new OpenSession(Math.min(start, time), Math.max(end, time), count + 1, timer);
  }

  OpenSession timedAt(long instant) {
    return new OpenSession(start, end, count, instant);
  }
}
