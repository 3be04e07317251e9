// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.bytes;

import java.io.InputStream;

/** Adapts a reader to a stream, for decompression. */
final class ReaderStream extends InputStream {
  private final ByteReader in;

  ReaderStream(ByteReader in) {
    this.in = in;
  }

  @Override
  public int read() {
    return in.isAtEnd() ? -1 : in.readUnsignedByte();
  }

  @Override
  public int read(byte[] target, int from, int length) {
    return length == 0 ? 0 : in.read(target, from, length);
  }
}
