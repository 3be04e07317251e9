package io.drey.operators.sessionize;

import java.io.Serializable;

/** Tells the events that start or end a session. */
@FunctionalInterface
public interface EventTest<T> extends Serializable {
  boolean test(T event);
}
