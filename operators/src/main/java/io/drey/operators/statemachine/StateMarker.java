package io.drey.operators.statemachine;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the result of an event that a machine has seen. */
@FunctionalInterface
public interface StateMarker<T, R> extends Serializable {
  /**
   * Makes it.
   *
   * @param from the state before the event
   * @param to the state after it
   * @param expected of a violation, the symbols that {@code from} allows, sorted; else null
   */
  R mark(T event, String from, String to, @Nullable List<String> expected);
}
