package io.drey.state.plan;

/** How well a serializer takes what another one wrote; the further down, the worse. */
enum Level {
  AS_IS,
  /** Taken as it is, by a serializer that heeds what the old one knew, as an enum's does. */
  RECONFIGURED,
  /** Read as it was and written anew. */
  MIGRATED,
  INCOMPATIBLE;

  boolean isAtMost(Level other) {
    return compareTo(other) <= 0;
  }
}
