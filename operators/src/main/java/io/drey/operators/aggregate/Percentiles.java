// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.store.PaginatedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles, each within 1 % of the value at its rank: a DDSketch, whose buckets do not depend on
 * the order of values and are never collapsed.
 *
 * @param at between 0 and 100
 */
record Percentiles(List<Double> at) implements MeasureType<Double, Map<Double, Double>> {
  private static final double ACCURACY = 0.01;
  private static final double ALL = 100;

  Percentiles {
    at = List.copyOf(at);
    if (at.isEmpty()) {
      throw new IllegalArgumentException("Invalid at: must be at least one but was none");
    }
    for (double percent : at) {
      if (!(percent >= 0 && percent <= ALL)) {
        throw new IllegalArgumentException("Invalid at: must be from 0 to 100 but was " + percent);
      }
    }
  }

  @Override
  public String name() {
    return "percentiles";
  }

  @Override
  public Accumulator<Double> accumulator() {
    return new Accumulator<>() {
      private final IndexMapping buckets = new CubicallyInterpolatedMapping(ACCURACY);
      private final DDSketch sketch = new DDSketch(buckets, PaginatedStore::new);

      @Override
      public void add(Double value) {
        double limit = buckets.maxIndexableValue();
        if (!value.isNaN()) {
          sketch.accept(Math.max(-limit, Math.min(limit, value)));
        }
      }

      @Override
      public PartialMeasure partial() {
        return partialOf(sketch);
      }
    };
  }

  @Override
  public PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    if (one.sketch() == null || other.sketch() == null) {
      return one.sketch() == null ? other : one;
    }
    DDSketch merged = sketch(one.sketch());
    merged.mergeWith(sketch(other.sketch()));
    return partialOf(merged);
  }

  @Override
  public @Nullable Map<Double, Double> result(PartialMeasure partial) {
    DDSketch sketch = partial.sketch() == null ? null : sketch(partial.sketch());
    if (sketch == null || sketch.isEmpty()) {
      return null;
    }
    Map<Double, Double> values = new LinkedHashMap<>();
    for (double percent : at) {
      values.put(percent, sketch.getValueAtQuantile(percent / ALL));
    }
    return values;
  }

  private static PartialMeasure partialOf(DDSketch sketch) {
    GrowingByteArrayOutput bytes = GrowingByteArrayOutput.withDefaultInitialCapacity();
    try {
      sketch.encode(bytes, false);
    } catch (IOException e) {
      throw new UncheckedIOException("Failed to write a sketch", e);
    }
    return PartialMeasure.of(bytes.trimmedCopy());
  }

  private static DDSketch sketch(byte[] bytes) {
    try {
      return DDSketch.decode(ByteArrayInput.wrap(bytes), PaginatedStore::new);
    } catch (IOException e) {
      throw new UncheckedIOException("Failed to read a sketch", e);
    }
  }
}
