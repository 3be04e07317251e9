// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.drey.jobs.source.line.ObjectBuilder;

/** Random letters, digits, {@code -} and {@code _}. */
record RandomText(int length) implements Values {
  private static final byte[] ALPHABET =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_".getBytes(US_ASCII);
  private static final int MAX_LENGTH = 1 << 20;

  static Values of(Arguments arguments) {
    long length = arguments.count(1).integer(0);
    if (length < 0 || length > MAX_LENGTH) {
      throw arguments.invalid("must have 0 to " + MAX_LENGTH + " characters");
    }
    return new RandomText((int) length);
  }

  @Override
  public void write(long index, long random, ObjectBuilder object) {
    object.openString();
    long bits = random;
    for (int i = 0; i < length; i++) {
      if (i % 10 == 0) {
        bits = Mix.bits(bits + i);
      }
      int letter = (int) (bits >>> (6 * (i % 10))) & 63;
      object.raw(ALPHABET, letter, letter + 1);
    }
    object.closeString();
  }
}
