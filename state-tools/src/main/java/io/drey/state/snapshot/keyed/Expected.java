// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What has to follow in a key group's section of the HashMap backend.
 *
 * @param state the number of the state that is being read
 * @param entries how many of its entries are still to follow
 * @param elements how many elements of a list, or entries of a map, are still to follow before them
 * @param states the numbers of the states that follow it
 * @param className the class that the state's Kryo objects begin with; null before the first
 */
record Expected(int state, int entries, int elements, BitSet states, @Nullable String className) {
  /** What follows the start of an entry with so many elements. */
  Expected entry(int itsElements) {
    return new Expected(state, entries - 1, itsElements, states, className);
  }

  Expected element() {
    return new Expected(state, entries, elements - 1, states, className);
  }

  Expected withoutElements() {
    return new Expected(state, entries, 0, states, className);
  }

  Expected ofClass(@Nullable String newClassName) {
    return new Expected(state, entries, elements, states, newClassName);
  }

  /** What follows the number of another state. */
  Expected state(int number, int itsEntries) {
    BitSet others = (BitSet) states.clone();
    others.clear(number);
    return new Expected(number, itsEntries, 0, others, null);
  }

  /** Whether nothing may follow. */
  boolean isNothing() {
    return isOtherState() && states.isEmpty();
  }

  /** Whether only another state or nothing may follow. */
  boolean isOtherState() {
    return entries == 0 && elements == 0;
  }
}
