// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a sample.
 *
 * @param time null if no field holds the time of every event
 */
record Findings(Sample sample, Reading reading, Fields fields, @Nullable FoundTime time) {
  /**
   * Looks at a sample.
   *
   * @param written when the log was written last, in milliseconds
   */
  static Findings of(Sample sample, long written) throws IOException {
    Reading reading = Candidates.best(sample);
    Fields fields = Fields.of(reading.events());
    FoundTime time = reading.events().isEmpty() ? null : FoundTime.in(reading, fields, written);
    return new Findings(sample, reading, fields, time);
  }
}
