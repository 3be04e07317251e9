// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventReader;
import io.drey.operators.event.MalformedJsonException;
import java.util.Arrays;

/** Writes a JSON object member by member, from bytes that are UTF-8; reusable. */
public final class ObjectBuilder {
  private static final byte[] TRUE = "true".getBytes(US_ASCII);
  private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);

  private static final int CAPACITY = 1024;
  private static final int LARGE = 1 << 20;

  private final EventReader reader = new EventReader();
  private final byte[] digits = new byte[24];
  private byte[] bytes = new byte[CAPACITY];
  private int size;

  /** Starts a new object. */
  public ObjectBuilder begin() {
    size = 0;
    if (bytes.length > LARGE) {
      bytes = new byte[CAPACITY];
    }
    put('{');
    return this;
  }

  /** A name as {@link #member(byte[])} takes it: in quotes, with a colon. */
  public static byte[] member(String name) {
    byte[] text = name.getBytes(UTF_8);
    ObjectBuilder builder = new ObjectBuilder();
    builder.name(text, 0, text.length);
    return Arrays.copyOf(builder.bytes, builder.size);
  }

  /** Begins a member by its prepared name; see {@link #member(String)}. */
  public ObjectBuilder member(byte[] name) {
    if (size > 1) {
      put(',');
    }
    raw(name, 0, name.length);
    return this;
  }

  public void name(byte[] source, int from, int to) {
    if (size > 1) {
      put(',');
    }
    string(source, from, to);
    put(':');
  }

  public void string(byte[] source, int from, int to) {
    openString();
    characters(source, from, to);
    closeString();
  }

  public void openString() {
    put('"');
  }

  public void closeString() {
    put('"');
  }

  /** Text inside a string, escaped where it must be. */
  public void characters(byte[] source, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = source[i];
      if (b == '"' || b == '\\') {
        put('\\');
        put(b);
      } else if (b >= 0 && b < ' ') {
        control(b);
      } else {
        put(b);
      }
    }
  }

  private void control(byte b) {
    put('\\');
    switch (b) {
      case '\b' -> put('b');
      case '\f' -> put('f');
      case '\n' -> put('n');
      case '\r' -> put('r');
      case '\t' -> put('t');
      default -> {
        raw(new byte[] {'u', '0', '0', HEX[b >> 4], HEX[b & 0xF]}, 0, 5);
      }
    }
  }

  /** An unquoted value: a number or boolean where it is one in JSON, else a string. */
  public void value(byte[] source, int from, int to) {
    if (JsonLiteral.matches(source, from, to)) {
      raw(source, from, to);
    } else {
      string(source, from, to);
    }
  }

  public void isTrue() {
    raw(TRUE, 0, TRUE.length);
  }

  public void number(long number) {
    decimal(number, 0);
  }

  /** A number, given by its digits and how many of them are decimal places. */
  public void decimal(long unscaled, int scale) {
    if (unscaled == Long.MIN_VALUE) {
      byte[] text = Long.toString(unscaled).getBytes(US_ASCII);
      raw(text, 0, text.length);
      return;
    }
    if (unscaled < 0) {
      put('-');
    }
    digits(Math.abs(unscaled), scale);
  }

  private void digits(long number, int scale) {
    int at = digits.length;
    long rest = number;
    for (int written = 0; rest > 0 || written <= scale; written++) {
      if (scale > 0 && written == scale) {
        digits[--at] = '.';
      }
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    raw(digits, at, digits.length);
  }

  /** Bytes that are JSON already. */
  public void raw(byte[] source, int from, int to) {
    reserve(to - from);
    System.arraycopy(source, from, bytes, size, to - from);
    size += to - from;
  }

  public Event end() {
    put('}');
    try {
      return reader.read(bytes, 0, size);
    } catch (MalformedJsonException e) {
      throw new IllegalStateException("Built object is not JSON", e);
    }
  }

  private void put(int b) {
    reserve(1);
    bytes[size++] = (byte) b;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
