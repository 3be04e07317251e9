// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.state.snapshot.bytes.ByteReader;

/**
 * How the elements of a list are separated.
 *
 * @param countsElements whether their number precedes them; else a delimiter byte separates them
 */
record ListLayout(boolean countsElements) {
  void passStart(ByteReader in) {
    if (countsElements) {
      in.skip(Integer.BYTES);
    }
  }

  /** Skips the delimiter after an element. */
  void passDelimiter(ByteReader in) {
    if (!countsElements && !in.isAtEnd()) {
      byte delimiter = in.readByte();
      if (delimiter != ',') {
        throw in.malformed("the delimiter of a list is " + delimiter);
      }
    }
  }
}
