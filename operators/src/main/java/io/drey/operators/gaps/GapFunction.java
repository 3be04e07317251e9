// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.gaps;

import java.io.Serializable;

/** Creates the record of a gap. */
@FunctionalInterface
public interface GapFunction<K, T, G> extends Serializable {
  /**
   * Creates the record.
   *
   * @param event the event that revealed the gap
   */
  G of(Gap<K> gap, T event);
}
