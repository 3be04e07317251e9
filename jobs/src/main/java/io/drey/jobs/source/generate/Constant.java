// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.source.line.ObjectBuilder;

/** Always the same value. */
final class Constant implements Values {
  private final byte[] text;

  Constant(String text) {
    this.text = text.getBytes(UTF_8);
  }

  static Values of(Arguments arguments) {
    return new Constant(arguments.count(1).text(0));
  }

  @Override
  public void write(long index, long random, ObjectBuilder object) {
    object.value(text, 0, text.length);
  }
}
