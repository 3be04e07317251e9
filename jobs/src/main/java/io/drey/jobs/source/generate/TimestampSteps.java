// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.drey.jobs.source.line.ObjectBuilder;
import java.time.Duration;
import java.time.Instant;

/** Instants at equal intervals. */
record TimestampSteps(Instant start, Duration step) implements Values {
  static Values of(Arguments arguments) {
    return new TimestampSteps(arguments.count(2).instant(0), arguments.duration(1));
  }

  @Override
  public void write(long index, long random, ObjectBuilder object) {
    byte[] text = start.plus(step.multipliedBy(index)).toString().getBytes(US_ASCII);
    object.string(text, 0, text.length);
  }
}
