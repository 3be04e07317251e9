package io.drey.operators.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Validates one JSON object (RFC 8259, UTF-8 of RFC 3629) in a single pass and notes where its
 * members lie. Strings are passed eight bytes at a time (SWAR, as in Mycroft's null-byte test).
 *
 * <p>Reusable, not thread-safe.
 */
final class JsonScanner {
  /** Objects and arrays may lie in each other this deep, the outermost object included. */
  static final int MAX_DEPTH = 1000;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final boolean[] inObject = new boolean[MAX_DEPTH + 1];
  private byte[] bytes = {};
  private int end;
  private int at;
  private boolean escaped;

  private int[] members = new int[64];
  private int size;

  /**
   * Scans the object in {@code source[from, to)}; only white space may stand around it.
   *
   * @return the offset of its opening brace; {@link #end()} and {@link #members} tell the rest
   */
  int scan(byte[] source, int from, int to) throws MalformedJsonException {
    bytes = source;
    end = to;
    at = from;
    size = 0;
    skipSpace();
    int start = at;
    if (at == end || bytes[at] != '{') {
      throw malformed("Expected an object");
    }
    object();
    int close = at;
    skipSpace();
    if (at != end) {
      throw malformed("Unexpected text after the object");
    }
    at = close;
    return start;
  }

  /** The offset just behind the closing brace. */
  int end() {
    return at;
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

  /** The outermost object: the one whose members are noted. */
  private void object() throws MalformedJsonException {
    at++;
    skipSpace();
    if (at < end && bytes[at] == '}') {
      at++;
      return;
    }
    while (true) {
      int nameStart = at + 1;
      string("a field name");
      int nameEnd = at - 1;
      boolean nameEscaped = escaped;
      colon();
      int valueStart = at;
      value();
      note(nameStart, nameEscaped ? ~nameEnd : nameEnd, valueStart, at);
      skipSpace();
      if (!comma('}')) {
        return;
      }
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

  private void value() throws MalformedJsonException {
    switch (at < end ? bytes[at] : 0) {
      case '"' -> string("a value");
      case '{', '[' -> nested();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> number();
    }
  }

  /** An object or array inside the outermost object, without recursion. */
  private void nested() throws MalformedJsonException {
    int depth = 1;
    while (true) {
      if (at < end && (bytes[at] == '{' || bytes[at] == '[')) {
        boolean object = bytes[at] == '{';
        if (++depth > MAX_DEPTH) {
          throw malformed("Nested deeper than " + MAX_DEPTH);
        }
        inObject[depth] = object;
        at++;
        skipSpace();
        if (at >= end || bytes[at] != (object ? '}' : ']')) {
          name(object);
          continue;
        }
        at++;
        depth--;
      } else {
        value();
      }
      while (depth > 1) {
        skipSpace();
        if (comma(inObject[depth] ? '}' : ']')) {
          name(inObject[depth]);
          break;
        }
        depth--;
      }
      if (depth == 1) {
        return;
      }
    }
  }

  private void name(boolean object) throws MalformedJsonException {
    if (object) {
      string("a field name");
      colon();
    }
  }

  private void colon() throws MalformedJsonException {
    skipSpace();
    if (at >= end || bytes[at] != ':') {
      throw malformed("Expected ':'");
    }
    at++;
    skipSpace();
  }

  /** Passes a comma and the space behind it (true), or the closing bracket (false). */
  private boolean comma(char close) throws MalformedJsonException {
    byte b = at < end ? bytes[at] : 0;
    if (b != ',' && b != close) {
      throw malformed("Expected ',' or '" + close + "'");
    }
    at++;
    if (b == close) {
      return false;
    }
    skipSpace();
    return true;
  }

  private void string(String what) throws MalformedJsonException {
    if (at >= end || bytes[at] != '"') {
      throw malformed("Expected " + what);
    }
    escaped = false;
    at++;
    while (true) {
      skipPlain();
      byte b = at < end ? bytes[at] : 0;
      if (b == '"') {
        at++;
        return;
      }
      if (b == '\\') {
        escape();
      } else if (b < 0) {
        at += utf8Length();
      } else if (at >= end) {
        throw malformed("Unterminated string");
      } else {
        throw malformed("Control character in a string");
      }
    }
  }

  /** Passes the bytes that mean themselves: ASCII but quotes, backslashes and controls. */
  private void skipPlain() {
    int i = at;
    while (i + 8 <= end) {
      long word = (long) LONGS.get(bytes, i);
      long quote = word ^ (ONES * '"');
      long backslash = word ^ (ONES * '\\');
      long special =
          (((quote - ONES) & ~quote)
                  | ((backslash - ONES) & ~backslash)
                  | (word - ONES * ' ')
                  | word)
              & HIGH_BITS;
      if (special != 0) {
        // Borrows only disturb bytes above the lowest hit, and the lowest is the one taken.
        at = i + (Long.numberOfTrailingZeros(special) >>> 3);
        return;
      }
      i += 8;
    }
    while (i < end && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    at = i;
  }

  private void escape() throws MalformedJsonException {
    escaped = true;
    byte b = at + 1 < end ? bytes[at + 1] : 0;
    switch (b) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at += 2;
      case 'u' -> {
        for (int i = at + 2; i < at + 6; i++) {
          if (i >= end || Character.digit(bytes[i], 16) < 0) {
            throw malformed("Invalid \\u escape");
          }
        }
        at += 6;
      }
      default -> throw malformed("Invalid escape");
    }
  }

  /** The length of the UTF-8 sequence here: no overlong form, no surrogate, none above U+10FFFF. */
  private int utf8Length() throws MalformedJsonException {
    int first = bytes[at] & 0xFF;
    int second = continuation(1);
    boolean valid;
    int length;
    if (first < 0xE0) {
      length = 2;
      valid = first >= 0xC2 && second >= 0;
    } else if (first < 0xF0) {
      length = 3;
      boolean overlong = first == 0xE0 && second < 0x20;
      boolean surrogate = first == 0xED && second >= 0x20;
      valid = second >= 0 && continuation(2) >= 0 && !overlong && !surrogate;
    } else {
      length = 4;
      boolean overlong = first == 0xF0 && second < 0x10;
      boolean tooLarge = first > 0xF4 || (first == 0xF4 && second >= 0x10);
      boolean continued = second >= 0 && continuation(2) >= 0 && continuation(3) >= 0;
      valid = continued && !overlong && !tooLarge;
    }
    if (!valid) {
      throw malformed("Invalid UTF-8");
    }
    return length;
  }

  /** The six bits of a continuation byte, or -1. */
  private int continuation(int distance) {
    int i = at + distance;
    return i < end && (bytes[i] & 0xC0) == 0x80 ? bytes[i] & 0x3F : -1;
  }

  private void literal(String word) throws MalformedJsonException {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= end || bytes[at + i] != word.charAt(i)) {
        throw malformed("Expected a value");
      }
    }
    at += word.length();
  }

  private void number() throws MalformedJsonException {
    int start = at;
    if (at < end && bytes[at] == '-') {
      at++;
    }
    if (at < end && bytes[at] == '0') {
      at++;
    } else {
      digits(at == start ? "Expected a value" : "Invalid number");
    }
    if (at < end && bytes[at] == '.') {
      at++;
      digits("Invalid number");
    }
    if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
      at++;
      if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
        at++;
      }
      digits("Invalid number");
    }
  }

  private void digits(String otherwise) throws MalformedJsonException {
    int first = at;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    if (at == first) {
      throw malformed(otherwise);
    }
  }

  private void skipSpace() {
    while (at < end) {
      byte b = bytes[at];
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return;
      }
      at++;
    }
  }

  private MalformedJsonException malformed(String reason) {
    return new MalformedJsonException(reason, at);
  }
}
