package io.drey.operators.deduplicate;

import java.io.Serializable;

/** Says on an event whether it is the first of its run. */
@FunctionalInterface
public interface Marker<T, R> extends Serializable {
  R mark(T event, boolean isFirst);
}
