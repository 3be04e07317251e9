// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import io.drey.jobs.source.line.ObjectBuilder;

/**
 * Counts the events.
 *
 * @param first the value of the first event
 */
record SequentialNumbers(long first) implements Values {
  static Values of(Arguments arguments) {
    return new SequentialNumbers(arguments.count(1).integer(0));
  }

  @Override
  public void write(long index, long random, ObjectBuilder object) {
    object.number(first + index);
  }
}
