// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import io.drey.jobs.source.line.ObjectBuilder;

/** A whole number from a range, uniformly distributed. */
record UniformInteger(long low, long high) implements Values {
  static Values of(Arguments arguments) {
    UniformInteger range = new UniformInteger(arguments.count(2).integer(0), arguments.integer(1));
    if (range.low > range.high || range.high - range.low < 0) {
      throw arguments.invalid("must go upwards, over less than 2^63 numbers");
    }
    return range;
  }

  @Override
  public void write(long index, long random, ObjectBuilder object) {
    long span = high - low + 1;
    object.number(span < 0 ? low + (random >>> 1) : low + Long.remainderUnsigned(random, span));
  }
}
