package io.drey.operators.correlate;

import java.io.Serializable;

/** Tells events of one role. */
@FunctionalInterface
public interface Condition<T> extends Serializable {
  boolean holds(T event);
}
