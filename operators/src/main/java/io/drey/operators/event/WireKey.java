// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the key, and other texts, after the bytes of an event; see {@link
 * EventSerializer}.
 */
final class WireKey {
  private static final int NONE = 0;

  private WireKey() {}

  static void write(@Nullable EventKey key, DataOutputView target) throws IOException {
    if (key == null) {
      target.writeByte(NONE);
    } else if (key.isApart()) {
      target.writeByte(EventKey.APART);
      writeText(key.text(), target);
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
    if (from == EventKey.APART) {
      return EventKey.apart(readText(source));
    }
    int length = readVarint(source);
    return new EventKey(new String(json, from, length, UTF_8), from, from + length);
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

  static void writeText(String text, DataOutputView target) throws IOException {
    byte[] utf8 = text.getBytes(UTF_8);
    writeVarint(utf8.length, target);
    target.write(utf8);
  }

  static String readText(DataInputView source) throws IOException {
    byte[] utf8 = new byte[readVarint(source)];
    source.readFully(utf8);
    return new String(utf8, UTF_8);
  }

  static void copyText(DataInputView source, DataOutputView target) throws IOException {
    int length = readVarint(source);
    writeVarint(length, target);
    EventSerializer.copyBytes(source, length, target);
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
