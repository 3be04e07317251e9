// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A stream in UTF-8 of a stream in another encoding, which tells for an offset in the one that in
 * the other. What is no character becomes bytes that are not UTF-8, so that its record is
 * malformed.
 */
final class DecodedStream extends InputStream {
  private static final int CHUNK = 16 << 10;

  private final InputStream in;
  private final Encoding encoding;
  private byte[] raw = new byte[CHUNK];
  private int rawSize;
  private boolean ended;

  private byte[] decoded = {};
  private int at;

  /** What has been decoded behind {@link #known}. */
  private final Deque<byte[]> chunks = new ArrayDeque<>();

  private int atChunk;
  private long known;
  private long knownRaw;

  DecodedStream(InputStream in, Encoding encoding) {
    this.in = in;
    this.encoding = encoding;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (at == decoded.length) {
      if (ended) {
        return -1;
      }
      int read = in.read(raw, rawSize, raw.length - rawSize);
      if (read == 0) {
        return 0;
      }
      ended = read < 0;
      rawSize += Math.max(read, 0);
      decode();
    }
    int count = Math.min(length, decoded.length - at);
    System.arraycopy(decoded, at, target, offset, count);
    at += count;
    return count;
  }

  private void decode() {
    int unit = encoding.unit();
    byte[] out = new byte[rawSize * 4 + 1];
    int size = 0;
    int i = 0;
    while (i + unit <= rawSize) {
      int value = encoding.at(raw, i);
      int taken = unit;
      if (unit == 2 && value >= 0xD800 && value < 0xDC00) {
        if (i + 4 > rawSize && !ended) {
          break;
        }
        int low = i + 4 <= rawSize ? encoding.at(raw, i + 2) : 0;
        if (low >= 0xDC00 && low < 0xE000) {
          value = Character.toCodePoint((char) value, (char) low);
          taken = 4;
        }
      }
      size = put(value, out, size);
      i += taken;
    }
    if (ended && i < rawSize) {
      out[size++] = (byte) 0xFF;
      i = rawSize;
    }
    System.arraycopy(raw, i, raw, 0, rawSize - i);
    rawSize -= i;
    decoded = Arrays.copyOf(out, size);
    at = 0;
    chunks.add(decoded);
  }

  /** A lone surrogate takes three bytes too, which are not UTF-8. */
  private static int put(int value, byte[] out, int from) {
    int size = from;
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      out[size++] = (byte) 0xFF;
    } else if (value < 0x80) {
      out[size++] = (byte) value;
    } else if (value < 0x800) {
      out[size++] = (byte) (0xC0 | value >> 6);
      out[size++] = (byte) (0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
      out[size++] = (byte) (0xE0 | value >> 12);
      out[size++] = (byte) (0x80 | (value >> 6 & 0x3F));
      out[size++] = (byte) (0x80 | (value & 0x3F));
    } else {
      out[size++] = (byte) (0xF0 | value >> 18);
      out[size++] = (byte) (0x80 | (value >> 12 & 0x3F));
      out[size++] = (byte) (0x80 | (value >> 6 & 0x3F));
      out[size++] = (byte) (0x80 | (value & 0x3F));
    }
    return size;
  }

  /** The number of bytes of the encoded stream before an offset, which must not decrease. */
  long rawOffset(long offset) {
    while (known < offset) {
      byte[] chunk = chunks.getFirst();
      if (atChunk == chunk.length) {
        chunks.removeFirst();
        atChunk = 0;
        continue;
      }
      byte b = chunk[atChunk++];
      known++;
      boolean isLead = (b & 0xC0) != 0x80;
      knownRaw += isLead ? encoding.length(b) : 0;
    }
    return knownRaw;
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("Only bulk reads");
  }
}
