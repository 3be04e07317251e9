// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The encodings that are read, each by the size of its units in bytes. */
enum Encoding {
  UTF_8(0, false),
  UTF_16LE(2, true),
  UTF_16BE(2, false),
  UTF_32LE(4, true),
  UTF_32BE(4, false),
  ISO_8859_1(1, false);

  private final int unit;
  private final boolean littleEndian;

  Encoding(int unit, boolean littleEndian) {
    this.unit = unit;
    this.littleEndian = littleEndian;
  }

  /**
   * The encoding of a name, in any case.
   *
   * @throws IllegalArgumentException if it is not known
   */
  static Encoding of(String name) {
    String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Encoding encoding : values()) {
      if (encoding.name().equals(constant)) {
        return encoding;
      }
    }
    List<String> known = Arrays.stream(values()).map(Encoding::label).toList();
    throw new IllegalArgumentException(
        "Invalid encoding: must be one of " + String.join(", ", known) + " but was '" + name + "'");
  }

  String label() {
    return name().replace('_', '-');
  }

  int unit() {
    return unit;
  }

  /** The value of the unit that begins there. */
  int at(byte[] bytes, int index) {
    int value = 0;
    for (int i = 0; i < unit; i++) {
      int next = bytes[littleEndian ? index + unit - 1 - i : index + i] & 0xFF;
      value = value << 8 | next;
    }
    return value;
  }

  /** The number of bytes that a character takes which begins with that byte in UTF-8. */
  int length(byte lead) {
    boolean isPair = this.unit == 2 && (lead & 0xF8) == 0xF0;
    return isPair ? 4 : unit;
  }
}
