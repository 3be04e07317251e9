// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

/** One op of an update. */
interface Op {
  /** Its name in commands; the codes of its errors begin with it. */
  String type();

  OpPath path();

  /** Its path is within the limits. */
  void applyTo(Draft draft) throws OpFailedException;

  /** Whether later ops depend on it. */
  default boolean isCondition() {
    return false;
  }
}
