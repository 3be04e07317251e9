// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

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
  private final @Nullable CanonicalOrder order;
  private final JsonBytes out = new JsonBytes();

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
    return out.size;
  }

  /** Returns a copy of all that was written. */
  public byte[] bytes() {
    return Arrays.copyOf(out.buffer, out.size);
  }

  /** The buffer, whose first {@link #size} bytes were written; valid until the next write. */
  public byte[] buffer() {
    return out.buffer;
  }

  /** Discards what was written since the buffer had this size. */
  public void truncate(int earlierSize) {
    out.size = earlierSize;
    if (order != null) {
      order.truncate(earlierSize);
    }
  }

  /** Moves all that was written to a stream. */
  public void drainTo(OutputStream target) throws IOException {
    target.write(out.buffer, 0, out.size);
    out.size = 0;
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
    out.put(bracket);
    if (order != null) {
      order.begin(items, out.size);
    }
  }

  private void end(char bracket) {
    if (order != null) {
      out.size = order.end(out.buffer, out.size);
    }
    out.put(bracket);
  }

  /** Ends a row; no comma follows it. */
  public void newLine() {
    out.put('\n');
  }

  public void name(byte[] encoded) {
    comma();
    out.copy(encoded, 0, encoded.length);
  }

  public void name(String name) {
    text(name);
    out.put(':');
  }

  /** Turns the value written since the buffer had this size into a member name. */
  public void nameOfValueAt(int earlierSize) {
    int start =
        earlierSize < out.size && out.buffer[earlierSize] == ',' ? earlierSize + 1 : earlierSize;
    if (out.buffer[start] != '"') {
      out.room(2);
      System.arraycopy(out.buffer, start, out.buffer, start + 1, out.size - start);
      out.buffer[start] = '"';
      out.size++;
      out.put('"');
    }
    out.put(':');
  }

  /** Whether the value written since the buffer had this size is neither an object nor an array. */
  public boolean isSingleValueAt(int earlierSize) {
    byte first = out.buffer[out.buffer[earlierSize] == ',' ? earlierSize + 1 : earlierSize];
    return first != '{' && first != '[';
  }

  /** Repeats the value that was written between two sizes of the buffer. */
  public void repeat(int from, int to) {
    int start = out.buffer[from] == ',' ? from + 1 : from;
    raw(Arrays.copyOfRange(out.buffer, start, to), 0, to - start);
  }

  public void nullValue() {
    literal("null");
  }

  public void bool(boolean value) {
    literal(value ? "true" : "false");
  }

  public void number(long value) {
    comma();
    out.room(20);
    out.size = Digits.write(value, out.buffer, out.size);
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
    out.copy(bytes, from, length);
  }

  /** Writes a value that needs no escaping, without quotes. */
  public void literal(String value) {
    comma();
    out.ascii(value);
  }

  /** Writes a string that needs no escaping. */
  public void quoted(String value) {
    comma();
    out.put('"');
    out.ascii(value);
    out.put('"');
  }

  /** Writes a string of ASCII characters, one per byte. */
  public void asciiText(byte[] bytes, int from, int length) {
    comma();
    out.string(bytes, from, length);
  }

  public void text(CharSequence value) {
    comma();
    out.string(value);
  }

  /** Writes ISO-8601 with milliseconds from 1970 to 9999, else the number. */
  public void instant(long epochMillis) {
    comma();
    out.room(32);
    int after = InstantDigits.write(epochMillis, out.buffer, out.size);
    if (after == out.size) {
      number(epochMillis);
    } else {
      out.size = after;
    }
  }

  public void base64(byte[] bytes, int from, int length) {
    byte[] encoded = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, from, from + length));
    comma();
    out.put('"');
    out.copy(encoded, 0, encoded.length);
    out.put('"');
  }

  @Override
  public String toString() {
    return new String(out.buffer, 0, out.size, UTF_8);
  }

  private void comma() {
    if (out.size > 0) {
      byte last = out.buffer[out.size - 1];
      if (last != '{' && last != '[' && last != ':' && last != ',' && last != '\n') {
        out.put(',');
      }
      if (order != null && last != ':') {
        order.item(out.size);
      }
    }
  }
}
