package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A field's name, with its bytes at hand for comparison. */
final class FieldName {
  private final String text;
  private final byte[] utf8;

  FieldName(String text) {
    this.text = text;
    this.utf8 = text.getBytes(UTF_8);
  }

  String text() {
    return text;
  }

  boolean equalsBytes(byte[] bytes, int from, int to) {
    return to - from == utf8.length && Arrays.equals(bytes, from, to, utf8, 0, utf8.length);
  }
}
