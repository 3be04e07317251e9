package io.drey.state.snapshot.keyed;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a section of the HashMap backend goes on with.
 *
 * @param state the number of the state that is being read
 * @param entries how many of its entries are still to begin
 * @param elements how many elements of a list, or entries of a map, are still to begin before them
 * @param states the numbers of the states that follow it
 * @param className what the state's objects of Kryo begin with; null before the first
 */
record Expected(int state, int entries, int elements, BitSet states, @Nullable String className) {
  /** After an entry, of which so many elements follow. */
  Expected entry(int itsElements) {
    return new Expected(state, entries - 1, itsElements, states, className);
  }

  Expected element() {
    return new Expected(state, entries, elements - 1, states, className);
  }

  Expected ofClass(@Nullable String newClassName) {
    return new Expected(state, entries, elements, states, newClassName);
  }

  /** After the number of another state. */
  Expected state(int number, int itsEntries) {
    BitSet others = (BitSet) states.clone();
    others.clear(number);
    return new Expected(number, itsEntries, 0, others, null);
  }

  /** Whether nothing is to follow. */
  boolean isNothing() {
    return isOtherState() && states.isEmpty();
  }

  /** Whether another state is to follow, or nothing. */
  boolean isOtherState() {
    return entries == 0 && elements == 0;
  }
}
