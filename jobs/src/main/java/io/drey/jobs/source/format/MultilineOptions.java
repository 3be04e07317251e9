// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import io.drey.jobs.option.Option;
import io.drey.jobs.source.format.pattern.LinePattern;
import java.io.Serializable;

/** Records of several lines. */
public record MultilineOptions(
    @Option("a pattern that is found in the first line of a record, and in no other") String start)
    implements Serializable {
  public MultilineOptions {
    try {
      LinePattern unused = LinePattern.of(start);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Invalid start: " + e.getMessage(), e);
    }
  }
}
