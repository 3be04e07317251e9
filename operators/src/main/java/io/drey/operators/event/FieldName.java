package io.drey.operators.event;

import java.util.Arrays;

/** A field's name taken as a whole, dots included, with its JSON at hand. */
public final class FieldName {
  private final String text;
  private final byte[] quoted;

  public FieldName(String text) {
    this.text = text;
    this.quoted = JsonStrings.quoted(text);
  }

  public String text() {
    return text;
  }

  /** The name as a canonical JSON string. */
  byte[] quoted() {
    return quoted;
  }

  /** Whether its JSON has escapes. */
  boolean isEscaped() {
    for (byte b : quoted) {
      if (b == '\\') {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it is what stands, without escapes, in {@code bytes[from, to)}. A name that needs an
   * escape is never equal to such bytes, as its own hold a backslash.
   */
  boolean equalsPlain(byte[] bytes, int from, int to) {
    int length = quoted.length - 2;
    return to - from == length && Arrays.equals(bytes, from, to, quoted, 1, length + 1);
  }
}
