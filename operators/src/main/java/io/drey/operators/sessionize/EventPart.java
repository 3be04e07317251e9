package io.drey.operators.sessionize;

import java.io.Serializable;

/** Takes from an event what its session keeps of it. */
@FunctionalInterface
public interface EventPart<T> extends Serializable {
  T of(T event);
}
