// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import io.drey.jobs.source.line.ObjectBuilder;

/** Keys of which a few are frequent and many are rare. */
final class Zipf implements Values {
  private static final int MAX_KEYS = 10_000_000;

  private final double[] upTo;

  private Zipf(double[] upTo) {
    this.upTo = upTo;
  }

  static Values of(Arguments arguments) {
    long keys = arguments.count(2).integer(0);
    double exponent = arguments.decimal(1);
    if (keys < 1 || keys > MAX_KEYS || !(exponent >= 0 && exponent <= 100)) {
      throw arguments.invalid("must have 1 to " + MAX_KEYS + " keys and an exponent from 0 to 100");
    }
    double[] upTo = new double[(int) keys];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += Math.pow(i + 1, -exponent);
      upTo[i] = sum;
    }
    return new Zipf(Cumulative.normalized(upTo));
  }

  @Override
  public void write(long index, long random, ObjectBuilder object) {
    object.number(Cumulative.find(upTo, random) + 1L);
  }
}
