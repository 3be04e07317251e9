// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Reads and writes the key after the bytes of its event; see {@link EventSerializer}. */
final class WireKey {
  private static final int NONE = 0;

  private WireKey() {}

  static void write(@Nullable EventKey key, DataOutputView target) throws IOException {
    if (key == null) {
      target.writeByte(NONE);
    } else if (key.isApart()) {
      byte[] text = key.text().getBytes(UTF_8);
      target.writeByte(EventKey.APART);
      writeVarint(text.length, target);
      target.write(text);
    } else {
      writeVarint(key.from(), target);
      writeVarint(key.to() - key.from(), target);
    }
  }

  static @Nullable EventKey read(DataInputView source, byte[] json) throws IOException {
    int from = readVarint(source);
    if (from == NONE) {
      return null;
    }
    int length = readVarint(source);
    if (from != EventKey.APART) {
      return new EventKey(new String(json, from, length, UTF_8), from, from + length);
    }
    byte[] text = new byte[length];
    source.readFully(text);
    return EventKey.apart(new String(text, UTF_8));
  }

  static void copy(DataInputView source, DataOutputView target) throws IOException {
    int from = readVarint(source);
    writeVarint(from, target);
    if (from != NONE) {
      int length = readVarint(source);
      writeVarint(length, target);
      EventSerializer.copyBytes(source, from == EventKey.APART ? length : 0, target);
    }
  }

  private static void writeVarint(int value, DataOutputView target) throws IOException {
    int rest = value;
    while (rest > 0x7F) {
      target.writeByte((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    target.writeByte(rest);
  }

  private static int readVarint(DataInputView source) throws IOException {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = source.readByte();
      value |= (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }
}
