// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.aggregate.measure.PartialMeasure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results of the measures of a group's window. */
public final class Results {
  private final Map<String, PartialMeasure> partials;

  Results(Map<String, PartialMeasure> partials) {
    this.partials = partials;
  }

  /**
   * The result of a measure. Without values a count is 0, a list or map is empty, and any other
   * result is null.
   */
  public <R> @Nullable R of(Measure<?, R> measure) {
    return measure.result(partials.getOrDefault(measure.id(), PartialMeasure.NOTHING));
  }
}
