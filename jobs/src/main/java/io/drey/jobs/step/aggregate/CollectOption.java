// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.jobs.option.Option;
import io.drey.operators.event.FieldPath;

/** How many values of a field to list by time. */
public record CollectOption(
    @Option("the field") FieldPath of,
    @Option(value = "the maximum number of values to list, the earliest", byDefault = "1000")
        int limit) {
  private static final int USUAL = 1000;

  public CollectOption {
    if (limit < 1) {
      throw new IllegalArgumentException("Invalid limit: must be at least 1 but was " + limit);
    }
  }

  /** Reads the short form: a field, with the default number of values. */
  public static CollectOption parse(String field) {
    return new CollectOption(FieldPath.of(field), USUAL);
  }
}
