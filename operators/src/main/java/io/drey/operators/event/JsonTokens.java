// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import io.drey.operators.internal.json.Swar;
import io.drey.operators.internal.json.Utf8;

/**
 * Skips the tokens of JSON text (RFC 8259) and validates them: a method takes the offset at which a
 * token begins and returns the one at which it ends. Bytes from {@code end} on are not read.
 */
final class JsonTokens {
  private JsonTokens() {}

  static int skipSpace(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Skips a string; returns its end, complemented if it has escapes. */
  static int string(byte[] bytes, int from, int end) throws MalformedJsonException {
    boolean escaped = false;
    int at = from + 1;
    while (true) {
      at = Swar.skipPlain(bytes, at, end);
      byte b = at < end ? bytes[at] : 0;
      if (b == '"') {
        return escaped ? ~(at + 1) : at + 1;
      }
      if (b == '\\') {
        at = escape(bytes, at, end);
        escaped = true;
      } else if (b < 0) {
        at = multibyte(bytes, at, end);
      } else {
        String reason = at < end ? "Control character in a string" : "Unterminated string";
        throw new MalformedJsonException(reason, at);
      }
    }
  }

  private static int multibyte(byte[] bytes, int at, int end) throws MalformedJsonException {
    int length = Utf8.length(bytes, at, end);
    if (length < 0) {
      throw new MalformedJsonException("Invalid UTF-8", at);
    }
    return at + length;
  }

  private static int escape(byte[] bytes, int at, int end) throws MalformedJsonException {
    byte b = at + 1 < end ? bytes[at + 1] : 0;
    return switch (b) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
      case 'u' -> hex(bytes, at, end);
      default -> throw new MalformedJsonException("Invalid escape", at);
    };
  }

  private static int hex(byte[] bytes, int at, int end) throws MalformedJsonException {
    for (int i = at + 2; i < at + 6; i++) {
      if (i >= end || Character.digit(bytes[i], 16) < 0) {
        throw new MalformedJsonException("Invalid \\u escape", at);
      }
    }
    return at + 6;
  }

  /** Skips a number, {@code true}, {@code false} or {@code null}. */
  static int scalar(byte[] bytes, int from, int end) throws MalformedJsonException {
    return switch (from < end ? bytes[from] : 0) {
      case 't' -> literal("true", bytes, from, end);
      case 'f' -> literal("false", bytes, from, end);
      case 'n' -> literal("null", bytes, from, end);
      default -> number(bytes, from, end);
    };
  }

  private static int literal(String word, byte[] bytes, int from, int end)
      throws MalformedJsonException {
    for (int i = 0; i < word.length(); i++) {
      if (from + i >= end || bytes[from + i] != word.charAt(i)) {
        throw new MalformedJsonException("Expected a value", from);
      }
    }
    return from + word.length();
  }

  private static int number(byte[] bytes, int from, int end) throws MalformedJsonException {
    int at = from < end && bytes[from] == '-' ? from + 1 : from;
    if (at < end && bytes[at] == '0') {
      at++;
    } else {
      at = digits(at == from ? "Expected a value" : "Invalid number", bytes, at, end);
    }
    if (at < end && bytes[at] == '.') {
      at = digits("Invalid number", bytes, at + 1, end);
    }
    if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
      boolean signed = at + 1 < end && (bytes[at + 1] == '+' || bytes[at + 1] == '-');
      at = digits("Invalid number", bytes, signed ? at + 2 : at + 1, end);
    }
    return at;
  }

  private static int digits(String otherwise, byte[] bytes, int from, int end)
      throws MalformedJsonException {
    int at = from;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    if (at == from) {
      throw new MalformedJsonException(otherwise, at);
    }
    return at;
  }
}
