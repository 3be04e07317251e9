// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a value as it is in JSON: null, a {@link Boolean}, {@link Long}, {@link Double}, {@link
 * Float}, {@link BigDecimal} or {@link String}, a {@link List}, or a {@link LinkedHashMap} by name.
 * Integers beyond a long are decimals. The names of a map's entries are strings or null. Lists and
 * objects of a type that is not encoded from JSON are an {@link Original}.
 */
public final class ValueTree implements ValueSink {
  private static final String KEY = "key";
  private static final String VALUE = "value";

  /** The names of fields, each of which has one encoding for all of its values. */
  private final IdentityHashMap<byte[], String> names = new IdentityHashMap<>();

  private final Deque<Object> open = new ArrayDeque<>();
  private final boolean hasOriginalTexts;
  private final byte[] scratch = new byte[32];

  /** The names of what is open, in their containers. */
  private final List<@Nullable String> outer = new ArrayList<>();

  private @Nullable Object root;
  private @Nullable String name;

  /** Whether the next scalar names an entry. */
  private boolean isName;

  private int size;

  /** Builds values that expressions see: of what is not encoded from JSON, strings are none. */
  public ValueTree() {
    this(false);
  }

  private ValueTree(boolean hasOriginalTexts) {
    this.hasOriginalTexts = hasOriginalTexts;
  }

  /** Builds values that are only put elsewhere: strings too may be an {@link Original}. */
  public static ValueTree withOriginalTexts() {
    return new ValueTree(true);
  }

  /** Returns the value that was written last, and forgets it. */
  public @Nullable Object take() {
    Object taken = root;
    open.clear();
    outer.clear();
    isName = false;
    root = null;
    size = 0;
    return taken;
  }

  @Override
  public int size() {
    return size;
  }

  private void scalar(@Nullable Object value, int bytes) {
    size += bytes;
    if (isName) {
      isName = false;
      name = value == null ? null : value.toString();
    } else {
      add(value);
    }
  }

  @SuppressWarnings("unchecked") // only add and begin put parts there
  private void add(@Nullable Object value) {
    Object parent = open.peek();
    if (parent == null) {
      root = value;
    } else if (parent instanceof List<?> list) {
      ((List<@Nullable Object>) list).add(value);
    } else {
      ((Map<@Nullable String, @Nullable Object>) parent).put(name, value);
    }
  }

  private void begin(Object container) {
    add(container);
    open.push(container);
    outer.add(name);
    size += 2;
  }

  private void end() {
    open.pop();
    name = outer.remove(outer.size() - 1);
  }

  @Override
  public void beginObject() {
    begin(new LinkedHashMap<@Nullable String, @Nullable Object>());
  }

  @Override
  public void beginRecord() {
    beginObject();
  }

  @Override
  public void endObject() {
    end();
  }

  @Override
  public void beginArray() {
    begin(new ArrayList<@Nullable Object>());
  }

  @Override
  public void beginSet() {
    beginArray();
  }

  @Override
  public void endArray() {
    end();
  }

  @Override
  public void name(byte[] encoded) {
    name = names.computeIfAbsent(encoded, ValueTree::decoded);
    size += encoded.length;
  }

  private static String decoded(byte[] encoded) {
    return String.valueOf(JsonTree.of(encoded, 0, encoded.length - 1));
  }

  @Override
  public void name(String text) {
    name = text;
    size += text.length();
  }

  @Override
  public void beginMap(MapForm form) {
    if (form == MapForm.OBJECT) {
      beginObject();
    } else {
      beginArray();
    }
  }

  @Override
  public void beginKey(MapForm form) {
    if (form == MapForm.OBJECT) {
      isName = true;
    } else {
      beginObject();
      name = KEY;
    }
  }

  @Override
  public void endKey(MapForm form) {
    if (form == MapForm.ENTRIES) {
      name = VALUE;
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
    end();
  }

  @Override
  public void nullValue() {
    scalar(null, 1);
  }

  @Override
  public void bool(boolean value) {
    scalar(value, 1);
  }

  @Override
  public void number(long value) {
    scalar(value, Long.BYTES);
  }

  @Override
  public void number(float value) {
    scalar(Float.isFinite(value) ? value : Float.toString(value), Float.BYTES);
  }

  @Override
  public void number(double value) {
    scalar(Double.isFinite(value) ? value : Double.toString(value), Double.BYTES);
  }

  @Override
  public void number(BigInteger value) {
    boolean isLong = value.bitLength() < Long.SIZE;
    scalar(isLong ? value.longValue() : new BigDecimal(value), value.bitLength() / Byte.SIZE + 1);
  }

  @Override
  public void number(BigDecimal value) {
    scalar(value, value.precision());
  }

  @Override
  public void text(CharSequence value) {
    scalar(value.toString(), value.length());
  }

  @Override
  public void asciiText(byte[] bytes, int from, int length) {
    scalar(new String(bytes, from, length, ISO_8859_1), length);
  }

  @Override
  public void base64(byte[] bytes, int from, int length) {
    byte[] encoded = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, from, from + length));
    scalar(new String(encoded, ISO_8859_1), encoded.length);
  }

  @Override
  public void instant(long epochMillis) {
    int after = InstantDigits.write(epochMillis, scratch, 0);
    if (after == 0) {
      number(epochMillis);
    } else {
      asciiText(scratch, 1, after - 2);
    }
  }

  @Override
  public void temporal(Object value) {
    text(value.toString());
  }

  @Override
  public void raw(byte[] bytes, int from, int length) {
    scalar(JsonTree.of(bytes, from, length), length);
  }

  @Override
  public void original(Object type, byte[] bytes, int from, int length) {
    Object last = last();
    if (last instanceof List || last instanceof Map || (hasOriginalTexts && last != null)) {
      replaceLast(Original.of(last, type, Arrays.copyOfRange(bytes, from, from + length)));
    }
  }

  private @Nullable Object last() {
    Object parent = open.peek();
    if (parent instanceof List<?> list) {
      return list.isEmpty() ? null : list.get(list.size() - 1);
    }
    return parent instanceof Map<?, ?> members ? members.get(name) : root;
  }

  @SuppressWarnings("unchecked") // only add and begin put parts there
  private void replaceLast(@Nullable Object value) {
    if (open.peek() instanceof List<?> list) {
      ((List<@Nullable Object>) list).set(list.size() - 1, value);
    } else {
      add(value);
    }
  }
}
