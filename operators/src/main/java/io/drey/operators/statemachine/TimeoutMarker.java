// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import java.io.Serializable;

/** Creates the result for a timeout. */
@FunctionalInterface
public interface TimeoutMarker<K, X> extends Serializable {
  /**
   * Creates the result.
   *
   * @param at the instant at which the state timed out, in ms
   */
  X mark(K key, String from, String to, long at);
}
