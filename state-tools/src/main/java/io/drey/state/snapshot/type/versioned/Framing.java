// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.snapshot.bytes.ByteWriter;
import java.util.function.Consumer;

/** Writes bytes behind their length. */
final class Framing {
  private Framing() {}

  static void write(Consumer<ByteWriter> writing, ByteWriter out) {
    ByteWriter bytes = new ByteWriter();
    writing.accept(bytes);
    out.writeInt(bytes.size());
    out.writeBytes(bytes.buffer(), 0, bytes.size());
  }
}
