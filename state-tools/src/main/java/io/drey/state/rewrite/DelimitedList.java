// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;

/** Turns lists with a count, as the HashMap backend writes them, into lists with delimiters. */
final class DelimitedList {
  private static final byte DELIMITER = ',';

  private final ValueType element;
  private final ByteWriter out = new ByteWriter();
  private final ByteReader list = ByteReader.views();

  DelimitedList(ValueType element) {
    this.element = element;
  }

  /**
   * Returns a list with delimiters, valid until the next one.
   *
   * @throws UndecodableException if only the job's classes know where an element ends
   */
  ByteReader of(ByteReader counted) {
    out.clear();
    int count = counted.readCount();
    for (int left = count; left > 0; left--) {
      if (left < count) {
        out.writeByte(DELIMITER);
      }
      int from = counted.position();
      if (left > 1) {
        element.skip(counted);
      } else {
        counted.skip(counted.remaining());
      }
      out.writeBytes(counted.bytes(), from, counted.position() - from);
    }
    list.wrap(counted.file(), out.buffer(), out.size());
    return list;
  }
}
