package io.drey.operators.gaps;

import java.io.Serializable;

/** Makes the record of a gap. */
@FunctionalInterface
public interface GapFunction<K, T, G> extends Serializable {
  /**
   * Makes it.
   *
   * @param event the one whose number was not expected
   */
  G of(Gap<K> gap, T event);
}
