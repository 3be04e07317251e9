// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import java.util.Map;

/** How the bytes of one version of a format are laid out. */
interface Layout {
  /**
   * Skips the bytes.
   *
   * @throws io.drey.state.snapshot.SavepointException if they are not of this format
   */
  void skip(ByteReader in);

  /** Writes the bytes as the members of an object that has begun. */
  void writeMembers(ByteReader in, ValueSink out);

  /** Whether objects tell all of their bytes, so that they can be encoded. */
  default boolean isEncoded() {
    return false;
  }

  /** Whether {@link #encode} takes an object of these members. */
  default boolean isOf(Map<?, ?> members) {
    return false;
  }

  /**
   * Encodes the members of an object: the mirror of {@link #writeMembers}.
   *
   * @throws io.drey.state.snapshot.value.UnfitValueException if a value does not fit its member
   */
  default void encode(Map<?, ?> members, ByteWriter out) {
    throw new UnsupportedOperationException("Not all is told that bytes hold");
  }
}
