package io.drey.operators.statemachine;

import java.io.Serializable;

/** Makes the result of a timeout. */
@FunctionalInterface
public interface TimeoutMarker<K, X> extends Serializable {
  /**
   * Makes it.
   *
   * @param at the instant at which the state ran out, in ms
   */
  X mark(K key, String from, String to, long at);
}
