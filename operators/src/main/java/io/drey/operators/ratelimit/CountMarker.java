package io.drey.operators.ratelimit;

import java.io.Serializable;

/** Says on an event which one of its window it is. */
@FunctionalInterface
public interface CountMarker<T, R> extends Serializable {
  /**
   * Marks an event.
   *
   * @param number from 1, of all events of the key in the window; beyond the limit it is limited
   */
  R mark(T event, long number);
}
