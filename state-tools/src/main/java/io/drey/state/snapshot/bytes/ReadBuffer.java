// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.bytes;

import io.drey.state.snapshot.SavepointException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in memory, or the part of a stream that is read: a buffer that grows to the largest entry.
 * Reading past the end throws a {@link SavepointException} that names the file and the byte.
 */
class ReadBuffer implements AutoCloseable {
  static final int CHUNK = 1 << 17;
  private static final int LARGEST = Integer.MAX_VALUE - 8;
  private static final int NONE = -1;

  private String file;
  private final @Nullable InputStream stream;
  byte[] bytes;
  int position;
  private int limit;

  /** The offset in the file of the first byte in the buffer. */
  private long origin;

  /** The offset in the file at which reading ends. */
  private long end;

  private int mark = NONE;

  ReadBuffer(String file, @Nullable InputStream stream, byte[] bytes, long from, long end) {
    this.file = file;
    this.stream = stream;
    this.bytes = bytes;
    this.limit = stream == null ? bytes.length : 0;
    this.origin = from;
    this.end = end;
  }

  /** Reads a part of another reader's buffer from now on; valid until that one reads on. */
  public void view(ReadBuffer other, int from, int to) {
    file = other.file;
    bytes = other.bytes;
    position = from;
    limit = to;
    origin = other.origin;
    end = origin + to;
    mark = NONE;
  }

  /** Reads the first bytes of an array from now on. */
  public void wrap(String ofFile, byte[] array, int length) {
    file = ofFile;
    bytes = array;
    position = 0;
    limit = length;
    origin = 0;
    end = length;
    mark = NONE;
  }

  /** The file that is read, for error messages. */
  public String file() {
    return file;
  }

  /** The offset in the file of the next byte. */
  public long offset() {
    return origin + position;
  }

  public long remaining() {
    return end - offset();
  }

  public boolean isAtEnd() {
    return offset() >= end;
  }

  /** Whether a byte follows; for streams whose end is not known beforehand. */
  public boolean hasMore() {
    if (position < limit || stream == null || isAtEnd()) {
      return !isAtEnd();
    }
    makeRoom(1);
    try {
      limit += Math.max(0, stream.read(bytes, limit, bytes.length - limit));
      return position < limit;
    } catch (IOException e) {
      throw new SavepointException(file, String.valueOf(e.getMessage()), e);
    }
  }

  /** Skips to the end; for streams whose end is not known beforehand. */
  public void skipAll() {
    while (hasMore()) {
      position = limit;
    }
    end = offset();
  }

  /**
   * Buffers all that follows the mark, also if the end is not known beforehand; returns false if
   * that is more than {@code most} bytes.
   */
  public boolean requireAll(int most) {
    int passed = position - mark;
    while (position - mark <= most && hasMore()) {
      position = limit;
    }
    boolean isAll = offset() >= end || !hasMore();
    if (isAll) {
      end = Math.min(end, offset());
    }
    position = mark + passed;
    return isAll && remaining() + passed <= most;
  }

  /** The buffer: the bytes of {@link #require} start at {@link #position}. */
  public byte[] bytes() {
    return bytes;
  }

  public int position() {
    return position;
  }

  /** Moves back or forth within the buffer. */
  public void position(int position) {
    this.position = position;
  }

  /** Keeps what is read from here on in the buffer; {@link #marked} is its current position. */
  public void mark() {
    mark = position;
  }

  public int marked() {
    return mark;
  }

  public void unmark() {
    mark = NONE;
  }

  /** Moves the end of reading within the file and returns the old end. */
  public long endAt(long newEnd) {
    long old = end;
    end = newEnd;
    return old;
  }

  /** Makes sure that at least {@code count} bytes are in the buffer. */
  public void require(int count) {
    if (count > limit - position || count > end - offset()) {
      fill(count);
    }
  }

  private void fill(int count) {
    if (count < 0 || count > remaining()) {
      throw malformed(count + " bytes expected but only " + Math.max(0, remaining()) + " left");
    }
    if (stream == null) {
      throw new IllegalStateException("Invalid view: must hold its end but ends at " + limit);
    }
    makeRoom(count);
    try {
      while (limit - position < count) {
        int wanted = (int) Math.min(bytes.length - limit, end - origin - limit);
        int read = stream.read(bytes, limit, wanted);
        if (read <= 0) {
          throw malformed("the file ends " + (count - limit + position) + " bytes too early");
        }
        limit += read;
      }
    } catch (IOException e) {
      throw new SavepointException(file, String.valueOf(e.getMessage()), e);
    }
  }

  private void makeRoom(int count) {
    int keep = mark == NONE ? position : mark;
    long needed = (long) position - keep + count;
    byte[] target = bytes;
    if (needed > bytes.length) {
      if (needed > LARGEST) {
        throw malformed("an entry of " + needed + " bytes is too large");
      }
      target = allocate((int) Math.min(LARGEST, Math.max(needed, 2L * bytes.length)));
    }
    System.arraycopy(bytes, keep, target, 0, limit - keep);
    bytes = target;
    origin += keep;
    position -= keep;
    limit -= keep;
    mark = mark == NONE ? NONE : 0;
  }

  private byte[] allocate(int size) {
    try {
      return new byte[size];
    } catch (OutOfMemoryError e) {
      throw new SavepointException(
          file, "an entry of " + size + " bytes does not fit in memory", e);
    }
  }

  public void skip(long count) {
    if (count < 0 || count > remaining()) {
      throw malformed(count + " bytes expected but only " + Math.max(0, remaining()) + " left");
    }
    long rest = count;
    if (rest > CHUNK && mark == NONE && stream != null) {
      rest -= jump(stream, rest);
    }
    while (rest > 0) {
      int step = (int) Math.min(rest, CHUNK);
      require(step);
      position += step;
      rest -= step;
    }
  }

  /** Skips what is in the buffer, and as much after it as the stream can skip without reading. */
  private long jump(InputStream from, long count) {
    long buffered = Math.min(count, limit - position);
    try {
      long jumped = from.skip(count - buffered);
      origin += limit + jumped;
      position = 0;
      limit = 0;
      return buffered + jumped;
    } catch (IOException e) {
      throw new SavepointException(file, String.valueOf(e.getMessage()), e);
    }
  }

  /** Reads at least a byte and up to {@code length} into an array; -1 at the end. */
  int read(byte[] target, int from, int length) {
    if (isAtEnd()) {
      return -1;
    }
    require(1);
    int count = (int) Math.min(Math.min(length, limit - position), remaining());
    System.arraycopy(bytes, position, target, from, count);
    position += count;
    return count;
  }

  @Override
  public void close() {
    if (stream != null) {
      try {
        stream.close();
      } catch (IOException e) {
        throw new SavepointException(file, String.valueOf(e.getMessage()), e);
      }
    }
  }

  /** Returns the exception to throw if the next byte is wrong. */
  public SavepointException malformed(String what) {
    return new SavepointException(file, what + " (at byte " + offset() + ")");
  }
}
