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
 */
record TypeDifference(Place place, Level level, String why, Optional<String> cast) {
  static TypeDifference of(Place place, Level level, String why) {
    return new TypeDifference(place, level, why, Optional.empty());
  }

  @Override
  public String toString() {
    return place.shown() + ": " + why;
  }
}
