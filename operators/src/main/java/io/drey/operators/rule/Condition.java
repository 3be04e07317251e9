package io.drey.operators.rule;

import java.io.Serializable;

/** What an operator asks of an event. */
@FunctionalInterface
public interface Condition<T> extends Serializable {
  /**
   * Whether it holds for an event.
   *
   * @throws InvalidEventException to send the event to the output of invalid ones
   */
  boolean holds(T event);
}
