package io.drey.state.read;

import io.drey.state.snapshot.bytes.ByteReader;

/**
 * How the elements of a list follow one another.
 *
 * @param countsElements whether their count is before them; else a byte parts them
 */
record ListLayout(boolean countsElements) {
  void passStart(ByteReader in) {
    if (countsElements) {
      in.skip(Integer.BYTES);
    }
  }

  /** Passes what is behind an element. */
  void passDelimiter(ByteReader in) {
    if (!countsElements && !in.isAtEnd()) {
      byte delimiter = in.readByte();
      if (delimiter != ',') {
        throw in.malformed("the elements of a list are parted by " + delimiter);
      }
    }
  }
}
