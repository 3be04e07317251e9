// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

/** How well a serializer can read what another one wrote, from best to worst. */
enum Level {
  AS_IS,
  /** Read as it is, by a serializer that is reconfigured from the old one, such as an enum's. */
  RECONFIGURED,
  /** Read by the old serializer and rewritten by the new one. */
  MIGRATED,
  /** Only the serializer's own code can tell. */
  UNKNOWN,
  INCOMPATIBLE;

  boolean isAtMost(Level other) {
    return compareTo(other) <= 0;
  }
}
