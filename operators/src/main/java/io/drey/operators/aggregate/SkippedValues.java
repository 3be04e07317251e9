// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.rule.StepMetrics;
import java.util.List;
import org.apache.flink.metrics.Counter;

/** Counts the values of the wrong kind that measures skip: all, and those of each measure. */
final class SkippedValues {
  private final Counter all;
  private final Counter[] ofMeasures;

  SkippedValues(StepMetrics metrics, List<? extends Measure<?, ?>> measures) {
    this.all = metrics.skippedValues();
    this.ofMeasures =
        measures.stream()
            .map(measure -> metrics.skippedValues(measure.name()))
            .toArray(Counter[]::new);
  }

  void count(int measure) {
    all.inc();
    ofMeasures[measure].inc();
  }
}
