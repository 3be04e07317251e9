package io.drey.operators.aggregate;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What is measured of an event; null where it has nothing to measure. */
@FunctionalInterface
public interface ValueOf<T, V> extends Serializable {
  @Nullable V of(T event);
}
