// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.jobs.source.single.UnreadableInputException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stream that has to be UTF-8, from its start: a byte order mark of UTF-16 or UTF-32 is an error
 * that says how it is read.
 */
public final class ByteOrderMark extends FilterInputStream {
  private static final int LONGEST = 4;

  private final String input;
  private final byte[] first = new byte[LONGEST];
  private int seen;

  /**
   * @param input the name of the stream
   */
  public ByteOrderMark(InputStream in, String input) {
    super(in);
    this.input = input;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    if (seen < LONGEST && read != 0) {
      look(target, offset, Math.max(read, 0), read < 0);
    }
    return read;
  }

  private void look(byte[] bytes, int offset, int count, boolean ended)
      throws UnreadableInputException {
    for (int i = 0; i < count && seen < LONGEST; i++) {
      first[seen++] = bytes[offset + i];
    }
    String encoding = seen == LONGEST || ended ? encoding(Arrays.copyOf(first, seen)) : null;
    seen = ended ? LONGEST : seen;
    if (encoding != null) {
      throw new UnreadableInputException(
          "Cannot read '"
              + input
              + "': its byte order mark is that of "
              + encoding
              + " (encoding: "
              + encoding
              + " reads it)");
    }
  }

  /** The encoding whose byte order mark a text begins with; null for UTF-8, or if it has none. */
  public static @Nullable String encoding(byte[] text) {
    if (starts(text, 0x00, 0x00, 0xFE, 0xFF)) {
      return "UTF-32BE";
    }
    if (starts(text, 0xFF, 0xFE, 0x00, 0x00)) {
      return "UTF-32LE";
    }
    if (starts(text, 0xFF, 0xFE)) {
      return "UTF-16LE";
    }
    return starts(text, 0xFE, 0xFF) ? "UTF-16BE" : null;
  }

  private static boolean starts(byte[] text, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= text.length || (text[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
