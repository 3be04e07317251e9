// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.io.IOException;
import java.util.Map;

/** What the sketch of a {@link PartialMeasure} tells. */
public final class SketchFigures {
  /** Where HyperLogLog sketches have the number of their family, and that number. */
  private static final int FAMILY_AT = 2;

  private static final byte HYPER_LOG_LOG = 7;

  private SketchFigures() {}

  /**
   * Returns the figures of a sketch by name: of distinct values how many there are; of numbers how
   * many there are, the least, the greatest and the usual percentiles.
   *
   * @throws IllegalArgumentException if the bytes are neither
   */
  public static Map<String, Number> of(byte[] sketch) {
    try {
      return sketch.length > FAMILY_AT && sketch[FAMILY_AT] == HYPER_LOG_LOG
          ? Map.of("distinct", new Cardinality().result(PartialMeasure.of(sketch)))
          : Sample.figures(sketch);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("Invalid sketch: must be one of a measure", e);
    }
  }
}
