// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines. The buffer grows to the longest line and shrinks again; of a
 * line longer than {@link #LONGEST_LINE} only the beginning is in the buffer.
 */
public final class LineBuffer {
  /** What {@link #next} found. */
  public enum Found {
    LINE,
    /** Nothing is available yet. */
    NOTHING,
    /** The stream ended within a line: {@link #takeUnfinished} takes it as it is. */
    UNFINISHED,
    END
  }

  /** In bytes, without the line end. */
  static final int LONGEST_LINE = 64 << 20;

  private static final int CAPACITY = 64 << 10;
  private static final int LARGE = 1 << 20;
  private static final int KEPT_OF_OVERLONG = 8 << 10;

  private final InputStream in;
  private byte[] bytes = new byte[CAPACITY];

  /** The offset of {@code bytes[0]} in the stream. */
  private long base;

  /** The offset of the line in the stream. */
  private long start;

  private int from;
  private int to;
  private int scanned;
  private int next;
  private int limit;
  private boolean overlong;
  private boolean ended;

  /**
   * @param in may return 0 from a bulk read where no bytes are available yet
   * @param offset the number of bytes of the stream before it
   */
  public LineBuffer(InputStream in, long offset) {
    this.in = in;
    this.base = offset;
    this.start = offset;
  }

  /** Moves to the next line. After {@code NOTHING} it may be called again. */
  public Found next() throws IOException {
    if (from != next) {
      begin();
    }
    while (true) {
      int newline = Newline.find(bytes, scanned, limit);
      if (newline < limit) {
        to = newline;
        next = newline + 1;
        return Found.LINE;
      }
      scanned = limit;
      if (ended) {
        to = limit;
        return from == limit && !overlong ? Found.END : Found.UNFINISHED;
      }
      int read = fill();
      if (read == 0) {
        return Found.NOTHING;
      }
      ended = read < 0;
    }
  }

  private void begin() {
    from = next;
    start = base + from;
    scanned = next;
    overlong = false;
    if (bytes.length > LARGE && limit - from < CAPACITY) {
      bytes = Arrays.copyOfRange(bytes, from, from + CAPACITY);
      moved(from);
    }
  }

  /** Ends the unfinished line at the end of the stream. */
  public void takeUnfinished() {
    next = limit;
  }

  private int fill() throws IOException {
    if (from > 0) {
      System.arraycopy(bytes, from, bytes, 0, limit - from);
      moved(from);
    }
    if (limit > LONGEST_LINE || (overlong && limit == bytes.length)) {
      dropTail();
    }
    if (limit == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(limit * 2, LONGEST_LINE + 1));
    }
    int read = in.read(bytes, limit, bytes.length - limit);
    limit += Math.max(read, 0);
    return read;
  }

  private void moved(int distance) {
    base += distance;
    from -= distance;
    scanned -= distance;
    next -= distance;
    limit -= distance;
  }

  /** Skips to the end of a line that is too long; only its beginning stays in the buffer. */
  private void dropTail() {
    overlong = true;
    base += limit - KEPT_OF_OVERLONG;
    limit = KEPT_OF_OVERLONG;
    scanned = limit;
    if (bytes.length > LARGE) {
      bytes = Arrays.copyOf(bytes, CAPACITY);
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the line begins in {@link #bytes}, after a byte order mark at the stream's start. */
  int from() {
    return base + from == 0 && startsWithMark() ? from + 3 : from;
  }

  private boolean startsWithMark() {
    return to - from >= 3
        && bytes[from] == (byte) 0xEF
        && bytes[from + 1] == (byte) 0xBB
        && bytes[from + 2] == (byte) 0xBF;
  }

  /** Where the line ends, without CR LF; of an overlong line this is only its beginning. */
  int to() {
    return to > from && bytes[to - 1] == '\r' ? to - 1 : to;
  }

  boolean isOverlong() {
    return overlong;
  }

  /** The offset in the stream after the line and its line end; of an unfinished line its start. */
  public long nextOffset() {
    return next == from ? start : base + next;
  }
}
