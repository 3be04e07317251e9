// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import org.jspecify.annotations.Nullable;

/**
 * Strings: a length of one to five bytes, then characters of one to three bytes, with seven bits
 * per byte, lowest first. Length 0 is null if lengths are counted from one.
 *
 * @param first the length that stands for the empty string: 1, or 0 for mutable strings
 */
public record StringType(String text, int first) implements ValueType {
  public static final StringType STRING = new StringType("String", 1);
  public static final StringType STRING_VALUE = new StringType("String", 0);

  @Override
  public void skip(ByteReader in) {
    int length = readLength(in);
    if (length <= 0) {
      return;
    }
    in.require(length);
    if (isAscii(in, length)) {
      in.skip(length);
    } else {
      for (int i = 0; i < length; i++) {
        readCharacter(in);
      }
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    int length = readLength(in);
    if (length < 0) {
      out.nullValue();
      return;
    }
    in.require(length);
    if (isAscii(in, length)) {
      out.asciiText(in.bytes(), in.position(), length);
      in.skip(length);
    } else {
      out.text(read(in, length));
    }
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    if (value == null) {
      if (first == 0) {
        throw new UnfitValueException("a string", null);
      }
      out.writeByte(0);
      return;
    }
    String text = Given.text(value);
    out.writeVariable((long) text.length() + first);
    out.writeVariable(text);
  }

  /**
   * Reads the length of a string of ASCII characters, which follow, one per byte; returns -1 for
   * null and for any other string.
   */
  int readAsciiLength(ByteReader in) {
    int length = readLength(in);
    if (length < 0) {
      return -1;
    }
    in.require(length);
    return isAscii(in, length) ? length : -1;
  }

  /** Reads a string, which may be null. */
  @Nullable String read(ByteReader in) {
    int length = readLength(in);
    if (length < 0) {
      return null;
    }
    in.require(length);
    return read(in, length).toString();
  }

  /** Reads a string; null is read as empty. */
  public String readText(ByteReader in) {
    int length = Math.max(0, readLength(in));
    in.require(length);
    return read(in, length).toString();
  }

  /** Reads a string and returns its {@link String#hashCode}; 0 for null. */
  public int hash(ByteReader in) {
    int hash = 0;
    for (int rest = readLength(in); rest > 0; rest--) {
      hash = 31 * hash + readCharacter(in);
    }
    return hash;
  }

  private static CharSequence read(ByteReader in, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(readCharacter(in));
    }
    return text;
  }

  /** Reads the number of characters, which take at least one byte each; -1 for null. */
  private int readLength(ByteReader in) {
    long length = in.readUnsignedByte();
    if (length >= 0x80) {
      length &= 0x7F;
      int shift = 7;
      int next;
      while ((next = in.readUnsignedByte()) >= 0x80) {
        length |= (long) (next & 0x7F) << shift;
        shift += 7;
        if (shift > 28) {
          throw in.malformed("a length has more than five bytes");
        }
      }
      length |= (long) next << shift;
    }
    length -= first;
    if (length > in.remaining()) {
      throw in.malformed(
          "a string of " + length + " characters but only " + in.remaining() + " bytes are left");
    }
    return (int) length;
  }

  private static boolean isAscii(ByteReader in, int length) {
    byte[] bytes = in.bytes();
    int from = in.position();
    int all = 0;
    for (int i = from; i < from + length; i++) {
      all |= bytes[i];
    }
    return all >= 0;
  }

  private static char readCharacter(ByteReader in) {
    int character = in.readUnsignedByte();
    if (character >= 0x80) {
      int second = in.readUnsignedByte();
      character = (character & 0x7F) | (second & 0x7F) << 7;
      if (second >= 0x80) {
        character |= in.readUnsignedByte() << 14;
      }
      if (character > Character.MAX_VALUE) {
        throw in.malformed("invalid character: " + character);
      }
    }
    return (char) character;
  }
}
