// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import java.util.Optional;

/**
 * A difference between two types.
 *
 * @param place where, such as {@code value.balance}
 * @param why what it was and what it is
 * @param cast the new type, if a migration can cast the old one to it
 * @param retyped whether it is of a whole value, which has another type
 * @param renamed the old class and the new one, if it is only that
 */
record TypeDifference(
    Place place,
    Level level,
    String why,
    Optional<String> cast,
    boolean retyped,
    Optional<String> renamed) {
  static TypeDifference of(Place place, Level level, String why) {
    return new TypeDifference(place, level, why, Optional.empty(), false, Optional.empty());
  }

  static TypeDifference ofTypes(Place place, String why, Optional<String> cast) {
    return new TypeDifference(place, Level.INCOMPATIBLE, why, cast, true, Optional.empty());
  }

  static TypeDifference ofClasses(Place place, String old, String changed) {
    return new TypeDifference(
        place,
        Level.INCOMPATIBLE,
        "class " + old + " became " + changed,
        Optional.empty(),
        true,
        Optional.of(old + ": " + changed));
  }

  @Override
  public String toString() {
    return place.shown() + ": " + why;
  }
}
