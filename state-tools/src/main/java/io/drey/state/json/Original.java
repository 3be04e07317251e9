// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value beside the bytes from which it was decoded, for types that are not encoded from JSON,
 * which tells less than they hold: it can be looked at, and put where it came from or into another
 * place of the same type, but not be changed.
 */
public interface Original {
  /** The type of the value. */
  Object type();

  /** The bytes of the value. */
  byte[] bytes();

  /** Returns a list, object or string with its bytes; other values as they are. */
  static @Nullable Object of(@Nullable Object value, Object type, byte[] bytes) {
    if (value instanceof List<?> list) {
      return new OfList(list, type, bytes);
    }
    if (value instanceof Map<?, ?> map) {
      return new OfMap(map, type, bytes);
    }
    return value instanceof String text ? new OfText(text, type, bytes) : value;
  }

  /** A list. */
  final class OfList extends AbstractList<@Nullable Object> implements Original {
    private final List<?> elements;
    private final Object type;
    private final byte[] bytes;

    private OfList(List<?> elements, Object type, byte[] bytes) {
      this.elements = elements;
      this.type = type;
      this.bytes = bytes;
    }

    @Override
    public @Nullable Object get(int index) {
      return elements.get(index);
    }

    @Override
    public int size() {
      return elements.size();
    }

    @Override
    public Object type() {
      return type;
    }

    @Override
    public byte[] bytes() {
      return bytes;
    }
  }

  /** An object. */
  final class OfMap extends AbstractMap<Object, Object> implements Original {
    private final Map<?, ?> members;
    private final Object type;
    private final byte[] bytes;

    private OfMap(Map<?, ?> members, Object type, byte[] bytes) {
      this.members = members;
      this.type = type;
      this.bytes = bytes;
    }

    @Override
    @SuppressWarnings("unchecked") // it is only read
    public Set<Entry<Object, Object>> entrySet() {
      return ((Map<Object, Object>) members).entrySet();
    }

    @Override
    public @Nullable Object get(Object key) {
      return members.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
      return members.containsKey(key);
    }

    @Override
    public Object type() {
      return type;
    }

    @Override
    public byte[] bytes() {
      return bytes;
    }
  }

  /** A string. */
  @SuppressWarnings("ArrayRecordComponent") // of no account for equality
  record OfText(String text, Object type, byte[] bytes) implements Original, CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof CharSequence same && text.contentEquals(same);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
