package io.drey.operators.statemachine;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Reads what an event means to a machine. */
@FunctionalInterface
public interface Symbol<T> extends Serializable {
  /**
   * Reads it.
   *
   * @return null where the event has none, which makes it invalid
   */
  @Nullable String of(T event);
}
