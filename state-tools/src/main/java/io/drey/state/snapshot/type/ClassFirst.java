// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;

/** A type whose values begin with their class, so that their start is told from other bytes. */
public interface ClassFirst extends ValueType {
  /**
   * Skips the class at the start of a value.
   *
   * @throws SavepointException if that is invalid
   */
  void skipClass(ByteReader in);

  /** Whether a value begins with a class that the type knows. */
  boolean isClassKnown(ByteReader in);
}
