// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.jobs.option.Option;
import io.drey.operators.aggregate.Measure;
import io.drey.operators.event.FieldPath;
import java.util.List;

/** Which percentiles of a field's numbers to compute. */
public record PercentilesOption(
    @Option("the field") FieldPath of,
    @Option(value = "the percentiles to compute, from 0 to 100", byDefault = "[50, 95, 99]")
        List<Double> at) {
  private static final List<Double> USUAL = List.of(50.0, 95.0, 99.0);

  public PercentilesOption {
    Measure.percentiles("", event -> null, at);
  }

  /** Reads the short form: a field, with the default percentiles. */
  public static PercentilesOption parse(String field) {
    return new PercentilesOption(FieldPath.of(field), USUAL);
  }
}
