// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.batch;

import java.io.Serializable;
import java.util.List;

/** Creates the result of a batch. */
@FunctionalInterface
public interface BatchResult<K, T, R> extends Serializable {
  /**
   * The result.
   *
   * @param events at least one, in order of arrival
   */
  R of(K key, List<T> events);
}
