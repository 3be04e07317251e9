// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import java.io.IOException;
import java.io.InputStream;

/** Looks for records in a window over a stream, which moves on from one to the next. */
public abstract class WindowRecords implements RecordReader {
  protected final ByteWindow window;

  /** Whether there is a record, up to {@code to}; the next one begins at {@code next}. */
  private boolean found;

  private int to;
  private int next;
  private long linesBefore;
  private long linesRead;

  /**
   * Begins where a stream is.
   *
   * @param in may return 0 from a bulk read where no bytes are available yet
   */
  protected WindowRecords(InputStream in, StreamPosition start) {
    this.window = new ByteWindow(in, start.offset());
    this.linesBefore = start.lines();
  }

  @Override
  public final Found next() throws IOException {
    if (found) {
      found = false;
      window.begin(next);
      linesBefore = linesRead;
      begin();
    }
    while (!scan()) {
      int read = window.fill();
      if (read == 0) {
        return Found.NOTHING;
      }
      if (read < 0) {
        return end();
      }
    }
    return Found.RECORD;
  }

  /** Called at the start of each record but the first. */
  protected void begin() {}

  /** Looks at what has been read; whether the record ends in it, as {@link #endsAt} says. */
  protected abstract boolean scan();

  /** What there is at the end of the stream. */
  protected Found end() {
    boolean nothing = window.from() == window.limit() && !window.isOverlong();
    return nothing ? Found.END : Found.UNFINISHED;
  }

  /**
   * Ends the record.
   *
   * @param end where it ends, without its newline
   * @param behind where the next one begins
   * @param lines the number of lines before that
   * @return true
   */
  protected final boolean endsAt(int end, int behind, long lines) {
    to = end;
    next = behind;
    linesRead = lines;
    found = true;
    return true;
  }

  /** The record begins a line later than it seemed to. */
  protected final void passLine() {
    linesBefore++;
  }

  @Override
  public final byte[] bytes() {
    return window.bytes();
  }

  @Override
  public final int from() {
    return window.behindMark(window.from(), to);
  }

  @Override
  public final int to() {
    return window.beforeReturn(window.from(), to);
  }

  @Override
  public final boolean isOverlong() {
    return window.isOverlong();
  }

  @Override
  public final long linesBefore() {
    return linesBefore;
  }

  @Override
  public final long nextOffset() {
    return found ? window.offset(next) : window.start();
  }

  @Override
  public final long linesRead() {
    return found ? linesRead : linesBefore;
  }
}
