// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query.data;

import org.jspecify.annotations.Nullable;

/** Takes the values of one SQL type: scalars at once, others part by part. */
abstract class Target {
  /** How a value with parts begins. */
  enum Parts {
    MEMBERS,
    ELEMENTS,
    ENTRIES
  }

  /** Takes what the type has no place for, such as the class of an object. */
  static final Target NOWHERE =
      new Target() {
        @Override
        boolean counts() {
          return false;
        }
      };

  /** Whether a value that does not fit is to be counted. */
  boolean counts() {
    return true;
  }

  /** Converts a scalar; null if it does not fit. */
  @Nullable Object scalar(Object value) {
    return null;
  }

  /** Begins a value, and returns whether the type has values of such parts. */
  boolean begins(Parts parts) {
    return false;
  }

  /** Names the next part. */
  void name(byte[] encoded) {}

  /** What the next part is for. */
  Target part() {
    return NOWHERE;
  }

  /** Adds the next part. */
  void add(@Nullable Object part) {}

  /** Returns the value that has begun. */
  @Nullable Object end() {
    return null;
  }
}
