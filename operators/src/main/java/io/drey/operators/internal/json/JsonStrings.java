// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The text of JSON strings, read and written. */
public final class JsonStrings {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JsonStrings() {}

  /** The text between the quotes of a valid JSON string. */
  public static String decode(byte[] json, int from, int to) {
    for (int i = from; i < to; i++) {
      if (json[i] == '\\') {
        return unescape(new String(json, from, to - from, UTF_8));
      }
    }
    return new String(json, from, to - from, UTF_8);
  }

  private static String unescape(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int from = 0;
    for (int i = raw.indexOf('\\'); i >= 0; i = raw.indexOf('\\', from)) {
      text.append(raw, from, i);
      char escape = raw.charAt(i + 1);
      if (escape == 'u') {
        text.append((char) Integer.parseInt(raw, i + 2, i + 6, 16));
        from = i + 6;
      } else {
        text.append(unescaped(escape));
        from = i + 2;
      }
    }
    return text.append(raw, from, raw.length()).toString();
  }

  private static char unescaped(char escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escape;
    };
  }

  /** The canonical JSON string of a text, in UTF-8. */
  public static byte[] quoted(String text) {
    int length = text.length();
    byte[] bytes = new byte[length + 2];
    bytes[0] = '"';
    bytes[length + 1] = '"';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        StringBuilder escaped = new StringBuilder(length + 16);
        encode(text, escaped);
        return escaped.toString().getBytes(UTF_8);
      }
      bytes[i + 1] = (byte) c;
    }
    return bytes;
  }

  /**
   * Writes the canonical JSON string of a text: escapes only what must be escaped, and unpaired
   * surrogates, which UTF-8 cannot encode.
   */
  public static void encode(CharSequence text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        encodeControl(c, out);
      } else if (Character.isSurrogate(c) && !isPaired(text, i)) {
        encodeUnicode(c, out);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean isPaired(CharSequence text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private static void encodeControl(char c, StringBuilder out) {
    switch (c) {
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> encodeUnicode(c, out);
    }
  }

  private static void encodeUnicode(char c, StringBuilder out) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX[(c >> shift) & 0xF]);
    }
  }
}
