// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.line;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Buffers whole lines for large writes. A write ends with a whole line unless the line is longer
 * than the buffer.
 */
public final class LineOutput extends OutputStream {
  private static final int CAPACITY = 64 << 10;

  private final OutputStream target;
  private final byte[] buffer = new byte[CAPACITY];
  private int size;

  /** Where the current line begins. */
  private int lineStart;

  private long written;

  public LineOutput(OutputStream target) {
    this.target = target;
  }

  @Override
  public void write(int b) throws IOException {
    if (size == CAPACITY) {
      makeRoom();
    }
    buffer[size++] = (byte) b;
    written++;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    written += length;
    if (length > CAPACITY - size) {
      makeRoom();
      if (length > CAPACITY - size) {
        drain(size);
        target.write(bytes, from, length);
        return;
      }
    }
    System.arraycopy(bytes, from, buffer, size, length);
    size += length;
  }

  public void endLine() throws IOException {
    write('\n');
    lineStart = size;
  }

  /** Writes out the whole lines, or all bytes if they are part of one line. */
  private void makeRoom() throws IOException {
    drain(lineStart > 0 ? lineStart : size);
  }

  private void drain(int count) throws IOException {
    if (count > 0) {
      target.write(buffer, 0, count);
      System.arraycopy(buffer, count, buffer, 0, size - count);
      size -= count;
      lineStart = Math.max(lineStart - count, 0);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The number of bytes received. */
  public long written() {
    return written;
  }

  @Override
  public void flush() throws IOException {
    drain(size);
    target.flush();
  }
}
