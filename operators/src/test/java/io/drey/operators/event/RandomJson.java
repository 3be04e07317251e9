// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import java.util.List;
import java.util.Random;

/** Makes valid JSON objects of every kind that is hard to read. */
final class RandomJson {
  private static final List<String> NAMES =
      List.of("a", "b", "id", "", "a.b", "é", "x y", "\"", "\\", "😀", "\u0000", "user");
  private static final List<String> PIECES =
      List.of(
          "plain text",
          "é",
          "€",
          "😀",
          "\u007f",
          "\u2028",
          "\ufeff",
          "\uffff",
          "\\\"",
          "\\\\",
          "\\/",
          "\\b\\f\\n\\r\\t",
          "\\u0000",
          "\\u00E9",
          "\\u00e9",
          "\\ud83d\\ude00",
          "\\ud800",
          "\\uDC00\\uD83D",
          "\\ufffe");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "0.0",
          "-0.00e5",
          "1",
          "-1",
          "1.0",
          "10e-1",
          "0.1E1",
          "1E+2",
          "123456789012345678",
          "9223372036854775808",
          "-123456789012345678901234567890123456789012345678901234567890",
          "3.14159265358979323846264338327950288419716939937510582097494459",
          "1e400",
          "-1e-400",
          "2.5E+99999",
          "1e2147483646",
          "100000000000000000000000000");
  private static final List<String> SPACES = List.of(" ", "\t", "\n", "\r", "  \r\n\t ");

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final boolean spaced;

  RandomJson(Random random) {
    this.random = random;
    this.spaced = random.nextInt(3) == 0;
  }

  /** An object, with white space around it. */
  String object() {
    space();
    object(random.nextInt(4));
    space();
    return out.toString();
  }

  /** A value of any kind, without space around it. */
  String value() {
    value(2);
    return out.toString();
  }

  private void object(int depth) {
    out.append('{');
    space();
    int members = random.nextInt(8);
    for (int i = 0; i < members; i++) {
      separate(i);
      name(pick(NAMES));
      space();
      out.append(':');
      space();
      value(depth);
    }
    space();
    out.append('}');
  }

  private void array(int depth) {
    out.append('[');
    space();
    int elements = random.nextInt(5);
    for (int i = 0; i < elements; i++) {
      separate(i);
      value(depth);
    }
    space();
    out.append(']');
  }

  private void separate(int i) {
    if (i > 0) {
      space();
      out.append(',');
      space();
    }
  }

  private void value(int depth) {
    switch (random.nextInt(depth > 0 ? 10 : 6)) {
      case 0, 1 -> string();
      case 2, 3 -> number();
      case 4 -> out.append(pick(List.of("true", "false")));
      case 5 -> out.append("null");
      case 6 -> array(depth - 1);
      case 7 -> nested();
      default -> object(depth - 1);
    }
  }

  /** Rarely as deep as can be. */
  private void nested() {
    int depth = random.nextInt(100) == 0 ? JsonScanner.MAX_DEPTH - 10 : random.nextInt(8);
    boolean object = random.nextBoolean();
    out.append((object ? "{\"n\":" : "[").repeat(depth));
    number();
    out.append((object ? "}" : "]").repeat(depth));
  }

  private void string() {
    out.append('"');
    int pieces = random.nextInt(4);
    for (int i = 0; i < pieces; i++) {
      out.append(pick(PIECES));
    }
    if (random.nextInt(2000) == 0) {
      out.append(pick(PIECES).repeat(0x10000 / 16));
    }
    out.append('"');
  }

  private void name(String name) {
    out.append('"');
    for (int c : name.codePoints().toArray()) {
      if (c < ' ' || c == '"' || c == '\\' || random.nextInt(12) == 0) {
        Character.toString(c).chars().forEach(this::escape);
      } else {
        out.appendCodePoint(c);
      }
    }
    out.append('"');
  }

  private void escape(int c) {
    out.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", c));
  }

  private void number() {
    switch (random.nextInt(4)) {
      case 0 -> out.append(pick(NUMBERS));
      case 1 -> out.append(random.nextInt(1000) - 500);
      case 2 -> out.append(random.nextLong());
      default -> out.append(random.nextGaussian());
    }
  }

  private void space() {
    if (spaced && random.nextBoolean()) {
      out.append(pick(SPACES));
    }
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
