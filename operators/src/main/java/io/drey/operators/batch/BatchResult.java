package io.drey.operators.batch;

import java.io.Serializable;
import java.util.List;

/** Makes of the events of a batch what is emitted for it. */
@FunctionalInterface
public interface BatchResult<K, T, R> extends Serializable {
  /**
   * The result.
   *
   * @param events at least one, as they arrived
   */
  R of(K key, List<T> events);
}
