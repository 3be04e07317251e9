// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A stream over a file from an offset on; several of them can read the same file. */
final class ChannelStream extends InputStream {
  private final FileChannel file;
  private long position;

  ChannelStream(FileChannel file, long position) {
    this.file = file;
    this.position = position;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = file.read(ByteBuffer.wrap(target, from, length), position);
    position += Math.max(0, read);
    return read;
  }
}
