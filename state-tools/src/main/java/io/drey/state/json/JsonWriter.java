// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
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
public final class JsonWriter implements ValueSink {
  private static final byte[] KEY = encodedName("key");
  private static final byte[] VALUE = encodedName("value");

  private final @Nullable CanonicalOrder order;
  private final JsonBytes out = new JsonBytes();

  /** The size before the last key that is a name. */
  private int keyAt;

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

  @Override
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

  @Override
  public void beginObject() {
    begin('{', Items.MEMBERS);
  }

  @Override
  public void beginRecord() {
    begin('{', Items.FIELDS);
  }

  @Override
  public void endObject() {
    end('}');
  }

  @Override
  public void beginArray() {
    begin('[', Items.ELEMENTS);
  }

  @Override
  public void beginSet() {
    begin('[', Items.OF_A_SET);
  }

  @Override
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

  @Override
  public void name(byte[] encoded) {
    comma();
    out.copy(encoded, 0, encoded.length);
  }

  @Override
  public void name(String name) {
    text(name);
    out.put(':');
  }

  @Override
  public void beginMap(MapForm form) {
    if (form == MapForm.OBJECT) {
      beginObject();
    } else {
      beginSet();
    }
  }

  @Override
  public void beginKey(MapForm form) {
    if (form == MapForm.OBJECT) {
      keyAt = out.size;
    } else {
      beginObject();
      name(KEY);
    }
  }

  @Override
  public void endKey(MapForm form) {
    if (form == MapForm.OBJECT) {
      nameOfValueAt(keyAt);
    } else {
      name(VALUE);
    }
  }

  @Override
  public void endEntry(MapForm form) {
    if (form == MapForm.ENTRIES) {
      endObject();
    }
  }

  @Override
  public void endMap(MapForm form) {
    end(form == MapForm.OBJECT ? '}' : ']');
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

  @Override
  public void nullValue() {
    literal("null");
  }

  @Override
  public void bool(boolean value) {
    literal(value ? "true" : "false");
  }

  @Override
  public void number(long value) {
    comma();
    out.room(20);
    out.size = Digits.write(value, out.buffer, out.size);
  }

  /** Writes a number with a decimal point; NaN and infinities are written as strings. */
  @Override
  public void number(double value) {
    if (Double.isFinite(value)) {
      literal(Double.toString(value));
    } else {
      text(Double.toString(value));
    }
  }

  @Override
  public void number(float value) {
    if (Float.isFinite(value)) {
      literal(Float.toString(value));
    } else {
      text(Float.toString(value));
    }
  }

  @Override
  public void raw(byte[] bytes, int from, int length) {
    comma();
    out.copy(bytes, from, length);
  }

  @Override
  public void number(BigInteger value) {
    literal(value.toString());
  }

  @Override
  public void number(BigDecimal value) {
    literal(value.toString());
  }

  @Override
  public void temporal(Object value) {
    quoted(value.toString());
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

  @Override
  public void asciiText(byte[] bytes, int from, int length) {
    comma();
    out.string(bytes, from, length);
  }

  @Override
  public void text(CharSequence value) {
    comma();
    out.string(value);
  }

  @Override
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

  @Override
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
