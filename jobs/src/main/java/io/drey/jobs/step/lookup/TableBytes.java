// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** The rows of a table as bytes: of each the length of its key, the key, and the {@link Row}. */
final class TableBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Begins a row. */
  void row(String key, int values) {
    byte[] text = key.getBytes(UTF_8);
    putInt(text.length);
    bytes.writeBytes(text);
    putInt(values);
  }

  /** Adds a value to the row. */
  void value(int column, byte[] json) {
    putInt(column);
    putInt(json.length);
    bytes.writeBytes(json);
  }

  private void putInt(int value) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  /** Where the row of each key begins. */
  static Map<String, Integer> index(byte[] table) {
    Map<String, Integer> index = new HashMap<>();
    ByteBuffer in = ByteBuffer.wrap(table);
    while (in.hasRemaining()) {
      byte[] key = new byte[in.getInt()];
      in.get(key);
      index.put(new String(key, UTF_8), in.position());
      for (int values = in.getInt(); values > 0; values--) {
        in.getInt();
        int length = in.getInt();
        in.position(in.position() + length);
      }
    }
    return index;
  }
}
