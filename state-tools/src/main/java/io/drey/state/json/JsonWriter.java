package io.drey.state.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON into a buffer, which the caller empties between rows. Commas are written
 * automatically, depending on the last byte.
 *
 * <p>A {@link #canonical} writer writes equal values as equal bytes: members sorted by name, the
 * elements of sets sorted, and no field that is null.
 */
public final class JsonWriter {
  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final @Nullable CanonicalOrder order;
  private byte[] buffer = new byte[256];
  private int size;

  public JsonWriter() {
    this(null);
  }

  private JsonWriter(@Nullable CanonicalOrder order) {
    this.order = order;
  }

  /** Returns a writer of the canonical form. */
  public static JsonWriter canonical() {
    return new JsonWriter(new CanonicalOrder());
  }

  /** Encodes a member name with quotes and colon, for {@link #name(byte[])}. */
  public static byte[] encodedName(String name) {
    JsonWriter writer = new JsonWriter();
    writer.name(name);
    return writer.bytes();
  }

  public int size() {
    return size;
  }

  /** Returns a copy of all that was written. */
  public byte[] bytes() {
    return Arrays.copyOf(buffer, size);
  }

  /** The buffer, whose first {@link #size} bytes were written; valid until the next write. */
  public byte[] buffer() {
    return buffer;
  }

  /** Discards what was written since the buffer had this size. */
  public void truncate(int earlierSize) {
    size = earlierSize;
    if (order != null) {
      order.truncate(earlierSize);
    }
  }

  /** Moves all that was written to a stream. */
  public void drainTo(OutputStream out) throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  public void beginObject() {
    begin('{', Items.MEMBERS);
  }

  /** Begins an object of a type whose fields may change: an absent field is equal to null. */
  public void beginRecord() {
    begin('{', Items.FIELDS);
  }

  /** Ends an object or a record. */
  public void endObject() {
    end('}');
  }

  public void beginArray() {
    begin('[', Items.ELEMENTS);
  }

  /** Begins an array whose order does not matter. */
  public void beginSet() {
    begin('[', Items.OF_A_SET);
  }

  /** Ends an array or a set. */
  public void endArray() {
    end(']');
  }

  private void begin(char bracket, Items items) {
    comma();
    put(bracket);
    if (order != null) {
      order.begin(items, size);
    }
  }

  private void end(char bracket) {
    if (order != null) {
      size = order.end(buffer, size);
    }
    put(bracket);
  }

  /** Ends a row; no comma follows it. */
  public void newLine() {
    put('\n');
  }

  public void name(byte[] encoded) {
    comma();
    copy(encoded, 0, encoded.length);
  }

  public void name(String name) {
    text(name);
    put(':');
  }

  /** Turns the value written since the buffer had this size into a member name. */
  public void nameOfValueAt(int earlierSize) {
    int start = earlierSize < size && buffer[earlierSize] == ',' ? earlierSize + 1 : earlierSize;
    if (buffer[start] != '"') {
      room(2);
      System.arraycopy(buffer, start, buffer, start + 1, size - start);
      buffer[start] = '"';
      size++;
      put('"');
    }
    put(':');
  }

  /** Whether the value written since the buffer had this size is neither an object nor an array. */
  public boolean isSingleValueAt(int earlierSize) {
    byte first = buffer[buffer[earlierSize] == ',' ? earlierSize + 1 : earlierSize];
    return first != '{' && first != '[';
  }

  /** Repeats the value that was written between two sizes of the buffer. */
  public void repeat(int from, int to) {
    int start = buffer[from] == ',' ? from + 1 : from;
    raw(Arrays.copyOfRange(buffer, start, to), 0, to - start);
  }

  public void nullValue() {
    literal("null");
  }

  public void bool(boolean value) {
    literal(value ? "true" : "false");
  }

  public void number(long value) {
    comma();
    room(20);
    size = Digits.write(value, buffer, size);
  }

  /** Writes a number with a decimal point; NaN and infinities are written as strings. */
  public void number(double value) {
    if (Double.isFinite(value)) {
      literal(Double.toString(value));
    } else {
      text(Double.toString(value));
    }
  }

  public void number(float value) {
    if (Float.isFinite(value)) {
      literal(Float.toString(value));
    } else {
      text(Float.toString(value));
    }
  }

  /** Writes bytes that are a JSON value already. */
  public void raw(byte[] bytes, int from, int length) {
    comma();
    copy(bytes, from, length);
  }

  /** Writes a value that needs no escaping, without quotes. */
  public void literal(String value) {
    comma();
    ascii(value);
  }

  /** Writes a string that needs no escaping. */
  public void quoted(String value) {
    comma();
    put('"');
    ascii(value);
    put('"');
  }

  /** Writes a string of ASCII characters, one per byte. */
  public void asciiText(byte[] bytes, int from, int length) {
    comma();
    room(6 * (long) length + 2);
    buffer[size++] = '"';
    int clean = 0;
    for (int i = from; i < from + length; i++) {
      if (needsEscape(bytes[i])) {
        copy(bytes, i - clean, clean);
        clean = 0;
        escape((char) bytes[i]);
      } else {
        clean++;
      }
    }
    copy(bytes, from + length - clean, clean);
    put('"');
  }

  public void text(CharSequence value) {
    comma();
    room(6 * (long) value.length() + 2);
    buffer[size++] = '"';
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x80) {
        if (needsEscape((byte) c)) {
          escape(c);
        } else {
          buffer[size++] = (byte) c;
        }
      } else {
        i += beyondAscii(value, i, c);
      }
    }
    put('"');
  }

  /** Writes ISO-8601 with milliseconds from 1970 to 9999, else the number. */
  public void instant(long epochMillis) {
    comma();
    room(32);
    int after = InstantDigits.write(epochMillis, buffer, size);
    if (after == size) {
      number(epochMillis);
    } else {
      size = after;
    }
  }

  public void base64(byte[] bytes, int from, int length) {
    byte[] encoded = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, from, from + length));
    comma();
    put('"');
    copy(encoded, 0, encoded.length);
    put('"');
  }

  @Override
  public String toString() {
    return new String(buffer, 0, size, UTF_8);
  }

  /** Writes a character outside ASCII or a surrogate pair; returns how many more it consumed. */
  private int beyondAscii(CharSequence value, int i, char c) {
    if (!Character.isSurrogate(c)) {
      encode(c);
      return 0;
    }
    if (Character.isHighSurrogate(c)
        && i + 1 < value.length()
        && Character.isLowSurrogate(value.charAt(i + 1))) {
      encode(Character.toCodePoint(c, value.charAt(i + 1)));
      return 1;
    }
    // UTF-8 cannot encode an unpaired surrogate
    unicode(c);
    return 0;
  }

  private void encode(int c) {
    if (c < 0x800) {
      buffer[size++] = (byte) (0xC0 | c >> 6);
    } else {
      if (c < 0x10000) {
        buffer[size++] = (byte) (0xE0 | c >> 12);
      } else {
        buffer[size++] = (byte) (0xF0 | c >> 18);
        buffer[size++] = (byte) (0x80 | (c >> 12 & 0x3F));
      }
      buffer[size++] = (byte) (0x80 | (c >> 6 & 0x3F));
    }
    buffer[size++] = (byte) (0x80 | (c & 0x3F));
  }

  private static boolean needsEscape(byte c) {
    return c < ' ' || c == '"' || c == '\\';
  }

  private void escape(char c) {
    switch (c) {
      case '"', '\\' -> escaped(c);
      case '\b' -> escaped('b');
      case '\f' -> escaped('f');
      case '\n' -> escaped('n');
      case '\r' -> escaped('r');
      case '\t' -> escaped('t');
      default -> unicode(c);
    }
  }

  private void escaped(char c) {
    put('\\');
    put(c);
  }

  private void unicode(char c) {
    escaped('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      put((char) HEX[c >> shift & 0xF]);
    }
  }

  private void comma() {
    if (size > 0) {
      byte last = buffer[size - 1];
      if (last != '{' && last != '[' && last != ':' && last != ',' && last != '\n') {
        put(',');
      }
      if (order != null && last != ':') {
        order.item(size);
      }
    }
  }

  @SuppressWarnings("deprecation") // the only way to copy a string's bytes without an extra array
  private void ascii(String text) {
    room(text.length());
    text.getBytes(0, text.length(), buffer, size);
    size += text.length();
  }

  private void copy(byte[] bytes, int from, int length) {
    room(length);
    System.arraycopy(bytes, from, buffer, size, length);
    size += length;
  }

  private void put(char c) {
    room(1);
    buffer[size++] = (byte) c;
  }

  private void room(long count) {
    if (count > buffer.length - size) {
      long needed = Math.max(size + count, Math.min(LARGEST, 2L * buffer.length));
      if (needed > LARGEST) {
        throw new IllegalStateException("Cannot write row: it is larger than " + LARGEST);
      }
      buffer = Arrays.copyOf(buffer, (int) needed);
    }
  }
}
