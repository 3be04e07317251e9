// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import io.drey.jobs.source.line.ObjectBuilder;

/** A number from a range, uniformly distributed, with six decimal places. */
record UniformDecimal(double low, double high) implements Values {
  private static final double UNIT = 0x1.0p-53;
  private static final int DIGITS = 6;

  static Values of(Arguments arguments) {
    UniformDecimal range = new UniformDecimal(arguments.count(2).decimal(0), arguments.decimal(1));
    if (!(range.low < range.high) || Math.max(Math.abs(range.low), Math.abs(range.high)) > 1e12) {
      throw arguments.invalid("must go upwards, within 1e12");
    }
    return range;
  }

  @Override
  public void write(long index, long random, ObjectBuilder object) {
    double value = low + (high - low) * ((random >>> 11) * UNIT);
    object.decimal((long) Math.floor(value * 1e6), DIGITS);
  }
}
