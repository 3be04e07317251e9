// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream of bytes into lines. */
public final class LineBuffer implements RecordReader {
  private final ByteWindow window;

  /** Whether there is a line, up to {@code to}; the next one begins at {@code next}. */
  private boolean found;

  private int to;
  private int next;
  private long linesRead;

  /**
   * @param in may return 0 from a bulk read where no bytes are available yet
   */
  public LineBuffer(InputStream in, StreamPosition start) {
    this.window = new ByteWindow(in, start.offset());
    this.linesRead = start.lines();
  }

  @Override
  public Found next() throws IOException {
    if (found) {
      found = false;
      window.begin(next);
    }
    while (true) {
      int limit = window.limit();
      int newline = ByteSearch.find('\n', window.bytes(), window.scanned(), limit);
      if (newline < limit) {
        return endsAt(newline, newline + 1);
      }
      window.scanned(limit);
      int read = window.fill();
      if (read == 0) {
        return Found.NOTHING;
      }
      if (read < 0) {
        boolean nothing = window.from() == window.limit() && !window.isOverlong();
        return nothing ? Found.END : Found.UNFINISHED;
      }
    }
  }

  private Found endsAt(int end, int behind) {
    to = end;
    next = behind;
    linesRead++;
    found = true;
    return Found.RECORD;
  }

  @Override
  public void takeUnfinished() {
    Found unused = endsAt(window.limit(), window.limit());
  }

  @Override
  public byte[] bytes() {
    return window.bytes();
  }

  @Override
  public int from() {
    return window.behindMark(window.from(), to);
  }

  @Override
  public int to() {
    return window.beforeReturn(window.from(), to);
  }

  @Override
  public boolean isOverlong() {
    return window.isOverlong();
  }

  @Override
  public long linesBefore() {
    return linesRead - 1;
  }

  @Override
  public long nextOffset() {
    return found ? window.offset(next) : window.start();
  }

  @Override
  public long linesRead() {
    return linesRead;
  }
}
