package io.drey.state.plan;

import java.util.Optional;

/**
 * What two types differ in.
 *
 * @param place where, as {@code value.balance}
 * @param why what it was and what it is
 * @param cast the type that it has become, if a migration can turn one into the other
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
