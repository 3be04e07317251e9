// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.snapshot.bytes.ByteReader;

/** Objects of which each tells its own class, and the classes of all that is in it. */
public interface AnyObject extends ClassFirst {
  /** The declared class. */
  String className();

  /**
   * Adds the classes of what a collection or map holds.
   *
   * @throws UndecodableException if only the job's classes can decode it
   */
  void look(ByteReader in, HeldClasses held);
}
