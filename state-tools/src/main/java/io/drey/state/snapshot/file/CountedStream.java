// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file whose bytes are counted as they are read or skipped. */
public final class CountedStream extends FilterInputStream {
  private final Progress progress;

  public CountedStream(InputStream file, Progress progress) {
    super(file);
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    progress.addBytes(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int count = super.read(target, from, length);
    progress.addBytes(Math.max(0, count));
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    progress.addBytes(skipped);
    return skipped;
  }
}
