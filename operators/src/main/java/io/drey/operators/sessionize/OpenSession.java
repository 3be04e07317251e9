package io.drey.operators.sessionize;

/**
 * A session in state, without its events. Instants are in ms.
 *
 * @param start the timestamp of its earliest event so far
 * @param end the timestamp of its latest event so far
 * @param count the number of events so far
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
