// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.kryo;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.Varint;

/** Reads the numbers, strings and class names of Kryo, which are the same in all its versions. */
final class KryoInput {
  static final int NULL = 0;

  /** A flag bit in the first byte of some numbers. */
  static final int FLAG = 0x80;

  /** Written instead of a class number if the class name follows. */
  static final int NAMED = 1;

  /** The mark of an object that was not written before; numbers and enums have no mark. */
  static final int NEW = 1;

  /** The number of void, the last one that Kryo itself registers; such objects have no mark. */
  static final int LAST_NUMBER_OF_PRIMITIVES = 11;

  /** The first of the twelve numbers that Flink registers. */
  static final int FIRST_NUMBER_OF_FLINK = 75;

  static final int FIRST_NUMBER_OF_THE_JOB = 87;

  /** Class numbers are written with this offset. */
  static final int FIRST_NUMBER = 2;

  private static final int NINTH_BYTE = 56;
  private static final int LONGEST_NAME = 1000;

  private KryoInput() {}

  /** Reads one to nine bytes of seven bits each, of which a ninth has eight bits. */
  static long readVarlong(ByteReader in) {
    long value = 0;
    for (int shift = 0; shift < NINTH_BYTE; shift += 7) {
      int next = in.readUnsignedByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    return value | (long) in.readUnsignedByte() << NINTH_BYTE;
  }

  /**
   * Reads a string that is not null: ASCII characters, the last one with its highest bit set, or
   * the number of characters and UTF-8.
   */
  static String readString(ByteReader in) {
    int first = in.readUnsignedByte();
    if (first < 0x80) {
      return readAscii(in, first);
    }
    int count = readLength(in, first) - 1;
    if (count < 0 || count > in.remaining()) {
      throw in.malformed("invalid length of a string: " + count);
    }
    StringBuilder text = new StringBuilder(count);
    for (int rest = count; rest > 0; rest--) {
      text.append(readCharacter(in));
    }
    return text.toString();
  }

  /** Reads a number whose first byte has six bits beside the {@link #FLAG}. */
  static int readLength(ByteReader in, int first) {
    int low = first & 0x3F;
    return (first & 0x40) == 0 ? low : low | (Varint.read(in) << 6);
  }

  private static String readAscii(ByteReader in, int first) {
    StringBuilder text = new StringBuilder().append((char) first);
    int next;
    do {
      next = in.readUnsignedByte();
      text.append((char) (next & 0x7F));
    } while (next < 0x80);
    return text.toString();
  }

  private static char readCharacter(ByteReader in) {
    int first = in.readUnsignedByte();
    if (first < 0x80) {
      return (char) first;
    }
    int second = in.readUnsignedByte() & 0x3F;
    if (first >> 5 == 0b110) {
      return (char) ((first & 0x1F) << 6 | second);
    }
    if (first >> 4 == 0b1110) {
      return (char) ((first & 0x0F) << 12 | (second << 6) | (in.readUnsignedByte() & 0x3F));
    }
    throw in.malformed("a string is not valid UTF-8");
  }

  /** Reads the name of a class, and checks that a class can have it. */
  static String readClassName(ByteReader in) {
    int from = in.position();
    ByteReader most = ByteReader.views();
    most.view(in, from, from + (int) Math.min(in.remaining(), LONGEST_NAME));
    String name = readString(most);
    if (!isClassName(name)) {
      throw in.malformed("invalid class name: '" + name + "'");
    }
    in.position(most.position());
    return name;
  }

  private static boolean isClassName(String name) {
    if (!name.startsWith("[") && name.indexOf('.') <= 0) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isJavaIdentifierPart(c) && ".[;-/".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
