// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a stream that a record is looked for in. It grows to the longest record and shrinks
 * again; of a record longer than {@link #LONGEST} only the beginning is kept.
 *
 * <p>{@code bytes[from, scanned)} is what has been looked at of the record, {@code [scanned,
 * limit)} what has not. Filling moves all of them.
 */
public final class ByteWindow {
  /** The longest record, in bytes, without the line end. */
  public static final int LONGEST = 64 << 20;

  private static final int CAPACITY = 64 << 10;
  private static final int LARGE = 1 << 20;
  private static final int KEPT_OF_OVERLONG = 8 << 10;

  private final InputStream in;
  private byte[] bytes = new byte[CAPACITY];
  private int from;
  private int scanned;
  private int limit;

  /** The offset of {@code bytes[0]} in the stream. */
  private long base;

  /** The offset of the record in the stream, also where it has been dropped in part. */
  private long start;

  private boolean overlong;
  private boolean ended;

  /**
   * A window at the start of a stream.
   *
   * @param in may return 0 from a bulk read where no bytes are available yet
   * @param offset the number of bytes before it
   */
  public ByteWindow(InputStream in, long offset) {
    this.in = in;
    this.base = offset;
    this.start = offset;
  }

  /** Starts with the record at that index. */
  public void begin(int next) {
    from = next;
    start = base + next;
    scanned = next;
    overlong = false;
    if (bytes.length > LARGE && limit - from < CAPACITY) {
      bytes = Arrays.copyOfRange(bytes, from, from + CAPACITY);
      moved(from);
    }
  }

  /**
   * Reads on.
   *
   * @return the number of bytes read, 0 if none are available yet, less at the end of the stream
   */
  public int fill() throws IOException {
    if (ended) {
      return -1;
    }
    if (from > 0) {
      System.arraycopy(bytes, from, bytes, 0, limit - from);
      moved(from);
    }
    if (limit > LONGEST || (overlong && limit == bytes.length)) {
      dropTail();
    }
    if (limit == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(limit * 2, LONGEST + 1));
    }
    int read = in.read(bytes, limit, bytes.length - limit);
    limit += Math.max(read, 0);
    ended = read < 0;
    return read;
  }

  private void moved(int distance) {
    base += distance;
    from -= distance;
    scanned -= distance;
    limit -= distance;
  }

  /** Goes on behind a record that is too long; only its beginning is kept. */
  private void dropTail() {
    overlong = true;
    base += limit - KEPT_OF_OVERLONG;
    limit = KEPT_OF_OVERLONG;
    scanned = limit;
    if (bytes.length > LARGE) {
      bytes = Arrays.copyOf(bytes, CAPACITY);
    }
  }

  public byte[] bytes() {
    return bytes;
  }

  /** Where the record begins. */
  public int from() {
    return from;
  }

  /** Up to where the record has been looked at. */
  public int scanned() {
    return scanned;
  }

  /** Notes up to where the record has been looked at. */
  public void scanned(int index) {
    scanned = index;
  }

  /** Where the bytes end that have been read. */
  public int limit() {
    return limit;
  }

  /** The offset in the stream at which the record begins. */
  public long start() {
    return start;
  }

  /** Whether bytes of the record have been dropped. */
  public boolean isOverlong() {
    return overlong;
  }

  /** The offset in the stream of the byte at that index, which must be behind what was dropped. */
  public long offset(int index) {
    return base + index;
  }

  /** The index of the byte with that offset in the stream; below 0 if it is not there any more. */
  public int index(long offset) {
    return (int) Math.max(offset - base, Integer.MIN_VALUE);
  }

  /** Where {@code bytes[start, end)} begins without a byte order mark. */
  public int behindMark(int start, int end) {
    boolean marked =
        end - start >= 3
            && bytes[start] == (byte) 0xEF
            && bytes[start + 1] == (byte) 0xBB
            && bytes[start + 2] == (byte) 0xBF;
    return marked ? start + 3 : start;
  }

  /** Where {@code bytes[start, end)} ends without a carriage return. */
  public int beforeReturn(int start, int end) {
    return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  /** Where {@code bytes[start, end)} ends without line ends. */
  public int beforeLineEnds(int start, int end) {
    int last = end;
    while (last > start && (bytes[last - 1] == '\n' || bytes[last - 1] == '\r')) {
      last--;
    }
    return last;
  }
}
