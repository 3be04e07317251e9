// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.xerial.snappy.Snappy;

/**
 * Decompresses Snappy frames, also of several concatenated streams, and verifies every checksum.
 */
public final class SnappyFrames extends InputStream {
  /** The highest compression ratio of Snappy: a copy of 64 bytes takes three bytes. */
  private static final long LARGEST_RATIO = 64;

  private static final int COMPRESSED = 0x00;
  private static final int PLAIN = 0x01;
  private static final int MARK = 0xFF;
  private static final byte[] MARK_TEXT = "sNaPpY".getBytes(ISO_8859_1);
  private static final int LARGEST = 1 << 16;
  private static final int CHECKSUM_MASK = 0xa282ead8;

  private final ByteReader in;
  private int streamsLeft;
  private final CRC32C checksum = new CRC32C();
  private final byte[] frame = new byte[LARGEST];
  private int position;
  private int limit;

  private SnappyFrames(ByteReader in, int streams) {
    this.in = in;
    this.streamsLeft = streams;
  }

  /** Returns a reader of the content of all frames up to the end. */
  public static ByteReader reader(ByteReader in) {
    return reader(in, Integer.MAX_VALUE);
  }

  /** Returns a reader of the content of the next stream, up to the start of another one. */
  public static ByteReader streamReader(ByteReader in) {
    return reader(in, 1);
  }

  private static ByteReader reader(ByteReader in, int streams) {
    long most = in.remaining() * LARGEST_RATIO;
    return ByteReader.of(in.file(), new SnappyFrames(in, streams), 0, most);
  }

  @Override
  public int read() throws IOException {
    return fill() ? frame[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(frame, position, target, from, count);
    position += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (position == limit) {
      if (in.isAtEnd() || (streamsLeft == 0 && isMarkNext())) {
        return false;
      }
      int type = in.readUnsignedByte();
      int length = in.readUnsignedByte() | in.readUnsignedByte() << 8 | in.readUnsignedByte() << 16;
      if (type == COMPRESSED || type == PLAIN) {
        readFrame(type, length);
      } else {
        checkMark(type, length);
      }
    }
    return true;
  }

  private boolean isMarkNext() {
    in.require(1);
    return in.bytes()[in.position()] == (byte) MARK;
  }

  /** Rejects other skippable frames than the stream identifier, since Flink never writes them. */
  private void checkMark(int type, int length) {
    if (type != MARK
        || length != MARK_TEXT.length
        || !Arrays.equals(in.readBytes(length), MARK_TEXT)) {
      throw in.malformed("invalid Snappy frame of type " + type);
    }
    streamsLeft--;
  }

  private void readFrame(int type, int length) throws IOException {
    in.require(length);
    int expected = Integer.reverseBytes(in.readInt());
    int size = length - Integer.BYTES;
    int unpacked = type == PLAIN ? size : unpackedLength(size);
    if (size < 0 || unpacked < 0 || unpacked > LARGEST) {
      throw in.malformed(
          "a Snappy frame of " + length + " bytes has the uncompressed length " + unpacked);
    }
    if (type == PLAIN) {
      System.arraycopy(in.bytes(), in.position(), frame, 0, size);
    } else {
      Snappy.uncompress(in.bytes(), in.position(), size, frame, 0);
    }
    position = 0;
    limit = unpacked;
    checkSum(expected);
    in.skip(size);
  }

  private int unpackedLength(int size) throws IOException {
    return size <= 0 ? 0 : Snappy.uncompressedLength(in.bytes(), in.position(), size);
  }

  private void checkSum(int expected) {
    checksum.reset();
    checksum.update(frame, 0, limit);
    int sum = (int) checksum.getValue();
    if ((sum >>> 15 | sum << 17) + CHECKSUM_MASK != expected) {
      limit = 0;
      throw in.malformed("a Snappy frame has a wrong checksum");
    }
  }
}
