// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.edit;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ValueType;

/**
 * What becomes of the keys of an operator, in all of its keyed states and timers.
 *
 * @param onCollision what happens to keys that become one
 */
public record KeyEdit(Change change, Collision onCollision) {
  /** Gives new keys. */
  @FunctionalInterface
  public interface Change {
    /**
     * Encodes the new key of an old one.
     *
     * @param type of both
     */
    void write(ValueType type, ByteReader old, ByteWriter out);
  }

  /**
   * What happens to keys that become one. Old keys are in order by their key group, then by their
   * bytes.
   */
  public enum Collision {
    REFUSE,
    /** The entries of the first one stay, those of the others are removed. */
    FIRST,
    /** The entries of the last one stay. */
    LAST
  }
}
