// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;

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
}
