// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Checks that bytes are UTF-8; reusable, not thread-safe. */
public final class Utf8Text {
  private final CharsetDecoder decoder = UTF_8.newDecoder();
  private final CharBuffer chars = CharBuffer.allocate(1024);

  /** The index of the first byte that is not UTF-8, or -1. */
  public int firstInvalid(byte[] bytes, int from, int to) {
    int plain = from;
    while (plain < to && bytes[plain] >= 0) {
      plain++;
    }
    return plain == to ? -1 : decode(ByteBuffer.wrap(bytes, plain, to - plain));
  }

  private int decode(ByteBuffer bytes) {
    decoder.reset();
    CoderResult result;
    do {
      chars.clear();
      result = decoder.decode(bytes, chars, true);
    } while (result.isOverflow());
    return result.isError() ? bytes.position() : -1;
  }

  /**
   * Checks the record {@code bytes[from, to)}.
   *
   * @throws MalformedLineException if it is not UTF-8
   */
  public void check(byte[] bytes, int from, int to) throws MalformedLineException {
    int invalid = firstInvalid(bytes, from, to);
    if (invalid >= 0) {
      throw new MalformedLineException("Invalid UTF-8 at byte " + (invalid - from));
    }
  }
}
