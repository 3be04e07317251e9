// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;

/** Damages bytes, one place at a time, as disks, networks and attackers do. */
final class Mutation {
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "-",
          "0",
          ".",
          "e",
          "E+",
          "1",
          "00",
          "true",
          "nul",
          "NaN",
          "Infinity",
          "//",
          "/**/",
          "'",
          "\\u12",
          "\\x",
          "\\u00zz",
          "\0",
          "\b",
          "\n",
          "\f",
          "\u001f",
          "\u000b",
          "\u00a0");
  private static final List<String> INVALID_UTF8 =
      List.of(
          "\u0080",
          "\u00bf",
          "\u00c0\u0080",
          "\u00c0\u00af",
          "\u00c1\u00bf",
          "\u00c3",
          "\u00e0\u0080\u00af",
          "\u00e0\u009f\u00bf",
          "\u00e2\u0082",
          "\u00ed\u00a0\u0080",
          "\u00ed\u00bf\u00bf",
          "\u00f0\u0080\u0080\u00af",
          "\u00f0\u008f\u00bf\u00bf",
          "\u00f0\u009f\u0098",
          "\u00f4\u0090\u0080\u0080",
          "\u00f5\u0080\u0080\u0080",
          "\u00f8\u0088\u0080\u0080\u0080",
          "\u00fc\u0084\u0080\u0080\u0080\u0080",
          "\u00fe",
          "\u00ff");
  private static final byte[] BOM = "\ufeff".getBytes(UTF_8);

  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  byte[] of(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = from + random.nextInt(Math.min(8, bytes.length - from) + 1);
    return switch (random.nextInt(9)) {
      case 0 -> flip(bytes);
      case 1 -> replace(bytes, 0, 0, new byte[] {}, from);
      case 2 -> replace(bytes, from, to, new byte[] {}, bytes.length);
      case 3 -> replace(bytes, from, from, pick(PIECES), bytes.length);
      case 4 -> replace(bytes, from, from, pick(INVALID_UTF8), bytes.length);
      case 5 -> replace(bytes, from, from, new byte[] {(byte) random.nextInt()}, bytes.length);
      case 6 -> replace(bytes, bytes.length, bytes.length, pick(PIECES), bytes.length);
      case 7 -> random.nextInt(4) == 0 ? replace(bytes, 0, 0, BOM, bytes.length) : deeper(bytes);
      default -> replace(bytes, from, to, pick(PIECES), bytes.length);
    };
  }

  private byte[] flip(byte[] bytes) {
    byte[] flipped = bytes.clone();
    if (bytes.length > 0) {
      flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  /** Around the deepest nesting allowed: one less, just so, one more. */
  private byte[] deeper(byte[] bytes) {
    int depth = JsonScanner.MAX_DEPTH - 2 + random.nextInt(3);
    String array = "{\"deep\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"rest\":";
    byte[] head = array.getBytes(UTF_8);
    byte[] wrapped = replace(bytes, 0, 0, head, bytes.length);
    return replace(wrapped, wrapped.length, wrapped.length, new byte[] {'}'}, wrapped.length);
  }

  /** {@code bytes[0, from) + piece + bytes[to, end)}. */
  private static byte[] replace(byte[] bytes, int from, int to, byte[] piece, int end) {
    byte[] replaced = new byte[from + piece.length + end - to];
    System.arraycopy(bytes, 0, replaced, 0, from);
    System.arraycopy(piece, 0, replaced, from, piece.length);
    System.arraycopy(bytes, to, replaced, from + piece.length, end - to);
    return replaced;
  }

  private byte[] pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size())).getBytes(ISO_8859_1);
  }
}
