// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.jobs.option.Option;
import io.drey.operators.event.FieldPath;
import org.jspecify.annotations.Nullable;

/** How many values of a field to list by frequency, or by a score. */
public record RankOption(
    @Option("the field") FieldPath of,
    @Option("the field with a value's score, of which the best counts; by frequency if left out")
        @Nullable FieldPath by,
    @Option(value = "the maximum number of values to list", byDefault = "10") int n) {
  private static final int USUAL = 10;

  public RankOption {
    if (n < 1) {
      throw new IllegalArgumentException("Invalid n: must be at least 1 but was " + n);
    }
  }

  /** Reads the short form: a field, by frequency, with the default number of values. */
  public static RankOption parse(String field) {
    return new RankOption(FieldPath.of(field), null, USUAL);
  }
}
