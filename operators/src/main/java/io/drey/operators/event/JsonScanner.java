// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import java.util.Arrays;

/**
 * Validates one JSON object in a single pass and records the offsets of its members. Reusable, not
 * thread-safe.
 */
final class JsonScanner {
  /** The maximum nesting of objects and arrays, the outermost object included. */
  static final int MAX_DEPTH = 1000;

  private final boolean[] inObject = new boolean[MAX_DEPTH + 1];
  private byte[] bytes = {};
  private int end;
  private int close;

  private int[] members = new int[64];
  private int size;

  /**
   * Scans the object in {@code source[from, to)}; surrounded by nothing but white space.
   *
   * @return the offset of its opening brace; see also {@link #end()} and {@link #members}
   */
  int scan(byte[] source, int from, int to) throws MalformedJsonException {
    bytes = source;
    end = to;
    size = 0;
    int start = skipSpace(from);
    if (peek(start) != '{') {
      throw new MalformedJsonException("Expected an object", start);
    }
    close = object(start);
    int behind = skipSpace(close);
    if (behind < end) {
      throw new MalformedJsonException("Unexpected text after the object", behind);
    }
    return start;
  }

  /** The offset just after the closing brace. */
  int end() {
    return close;
  }

  /** The members found, their offsets relative to {@code start}. */
  Members members(int start) {
    int[] offsets = Arrays.copyOf(members, size);
    if (start != 0) {
      for (int i = 0; i < size; i++) {
        offsets[i] = offsets[i] < 0 ? offsets[i] + start : offsets[i] - start;
      }
    }
    return new Members(offsets);
  }

  /** The outermost object: the one whose members are recorded. */
  private int object(int from) throws MalformedJsonException {
    int at = skipSpace(from + 1);
    if (peek(at) == '}') {
      return at + 1;
    }
    while (true) {
      int name = at + 1;
      int nameEnd = string(at);
      int value = colon(nameEnd < 0 ? ~nameEnd : nameEnd);
      at = value(value);
      note(name, nameEnd < 0 ? nameEnd + 1 : nameEnd - 1, value, at);
      at = skipSpace(at);
      if (!isComma(at, '}')) {
        return at + 1;
      }
      at = skipSpace(at + 1);
    }
  }

  private void note(int nameStart, int nameEnd, int valueStart, int valueEnd) {
    if (size == members.length) {
      members = Arrays.copyOf(members, size * 2);
    }
    members[size] = nameStart;
    members[size + 1] = nameEnd;
    members[size + 2] = valueStart;
    members[size + 3] = valueEnd;
    size += Members.WIDTH;
  }

  private int value(int at) throws MalformedJsonException {
    byte first = peek(at);
    return first == '{' || first == '[' ? nested(at) : scalar(at, first);
  }

  private int scalar(int at, byte first) throws MalformedJsonException {
    if (first != '"') {
      return JsonTokens.scalar(bytes, at, end);
    }
    int behind = JsonTokens.string(bytes, at, end);
    return behind < 0 ? ~behind : behind;
  }

  /** An object or array inside the outermost object, without recursion. */
  private int nested(int from) throws MalformedJsonException {
    int at = from;
    int depth = 1;
    while (true) {
      byte first = peek(at);
      if (first != '{' && first != '[') {
        at = scalar(at, first);
      } else if (++depth > MAX_DEPTH) {
        throw new MalformedJsonException("Nested deeper than " + MAX_DEPTH, at);
      } else {
        inObject[depth] = first == '{';
        at = skipSpace(at + 1);
        if (peek(at) != closing(depth)) {
          at = name(at, depth);
          continue;
        }
        at++;
        depth--;
      }
      while (depth > 1) {
        at = skipSpace(at);
        if (isComma(at, closing(depth))) {
          at = name(skipSpace(at + 1), depth);
          break;
        }
        at++;
        depth--;
      }
      if (depth == 1) {
        return at;
      }
    }
  }

  private char closing(int depth) {
    return inObject[depth] ? '}' : ']';
  }

  /** Skips the name of a value in an object. */
  private int name(int at, int depth) throws MalformedJsonException {
    if (!inObject[depth]) {
      return at;
    }
    int behind = string(at);
    return colon(behind < 0 ? ~behind : behind);
  }

  private int string(int at) throws MalformedJsonException {
    if (peek(at) != '"') {
      throw new MalformedJsonException("Expected a field name", at);
    }
    return JsonTokens.string(bytes, at, end);
  }

  private int colon(int from) throws MalformedJsonException {
    int at = skipSpace(from);
    if (peek(at) != ':') {
      throw new MalformedJsonException("Expected ':'", at);
    }
    return skipSpace(at + 1);
  }

  /** Whether there is a comma here, rather than the closing bracket. */
  private boolean isComma(int at, char closing) throws MalformedJsonException {
    byte b = peek(at);
    if (b != ',' && b != closing) {
      throw new MalformedJsonException("Expected ',' or '" + closing + "'", at);
    }
    return b == ',';
  }

  /** The byte here, or 0 at the end, which no JSON text may contain. */
  private byte peek(int at) {
    return at < end ? bytes[at] : 0;
  }

  private int skipSpace(int from) {
    return JsonTokens.skipSpace(bytes, from, end);
  }
}
