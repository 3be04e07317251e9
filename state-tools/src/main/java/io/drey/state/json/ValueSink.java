// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Receives values, part by part: {@link JsonWriter} writes them as JSON. A value is a scalar, or a
 * pair of calls that begin and end it, with its parts between them.
 */
public interface ValueSink {
  void beginObject();

  /** Begins an object of a type whose fields may change: an absent field is equal to null. */
  void beginRecord();

  /** Ends an object or a record. */
  void endObject();

  /**
   * Names the value that follows, within an object or a record.
   *
   * @param encoded the name as by {@link JsonWriter#encodedName}
   */
  void name(byte[] encoded);

  /** Names the value that follows, within an object or a record. */
  void name(String name);

  void beginArray();

  /** Begins an array whose order does not matter. */
  void beginSet();

  /** Ends an array or a set. */
  void endArray();

  /** Begins a map; each entry is a key between its two calls, a value, and the entry's end. */
  void beginMap(MapForm form);

  void beginKey(MapForm form);

  void endKey(MapForm form);

  void endEntry(MapForm form);

  void endMap(MapForm form);

  void nullValue();

  void bool(boolean value);

  void number(long value);

  void number(float value);

  void number(double value);

  void number(BigInteger value);

  void number(BigDecimal value);

  void text(CharSequence value);

  /** Takes a string of ASCII characters, one per byte. */
  void asciiText(byte[] bytes, int from, int length);

  /** Takes bytes, which JSON has as base64. */
  void base64(byte[] bytes, int from, int length);

  /** Takes an instant, which JSON has in ISO-8601 from 1970 to 9999, else as the number. */
  void instant(long epochMillis);

  /** Takes a date, time or duration of {@code java.time}, which JSON has in ISO-8601. */
  void temporal(Object value);

  /** Takes bytes that are a JSON value already. */
  void raw(byte[] bytes, int from, int length);

  /**
   * Takes the bytes of the value that was just given, of a type that is not encoded from JSON.
   *
   * @param type the type of the value
   */
  default void original(Object type, byte[] bytes, int from, int length) {}

  /** How many bytes have been taken, roughly: to limit values that expand. */
  int size();
}
