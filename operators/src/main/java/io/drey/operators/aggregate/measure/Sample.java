// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.store.PaginatedStore;
import com.datadoghq.sketch.ddsketch.store.SparseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in a form from which percentiles can be computed: up to {@link #MOST_EXACT} as they are,
 * more in a DDSketch, whose buckets do not depend on the order of values and are never collapsed.
 */
final class Sample {
  static final int MOST_EXACT = 100;

  private static final double ACCURACY = 0.01;
  private static final IndexMapping BUCKETS = new CubicallyInterpolatedMapping(ACCURACY);
  private static final double LIMIT = BUCKETS.maxIndexableValue();
  private static final int PERCENT_DIGITS = 2;
  private static final double ALL = 100;

  private final List<BigDecimal> few = new ArrayList<>();
  private @Nullable DDSketch many;

  /** Reads numbers and sketch of a partial result. */
  static Sample of(PartialMeasure partial) {
    Sample sample = new Sample();
    sample.addAll(partial);
    return sample;
  }

  void add(BigDecimal value) {
    if (many != null) {
      accept(many, value);
    } else if (few.size() < MOST_EXACT) {
      few.add(value);
    } else {
      accept(toSketch(), value);
    }
  }

  void addAll(PartialMeasure partial) {
    if (partial.numbers() != null) {
      partial.numbers().forEach(number -> add(new BigDecimal(number)));
    }
    if (partial.sketch() != null) {
      addSketch(partial.sketch());
    }
  }

  /** Reads it bucket by bucket: {@code PaginatedStore.mergeWith} of 0.8.3 may run out of bounds. */
  void addSketch(byte[] bytes) {
    try {
      toSketch().decodeAndMergeWith(ByteArrayInput.wrap(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("Failed to read a sketch", e);
    }
  }

  /**
   * What a sketch tells; its buckets take no more memory than its bytes, even if they are damaged.
   */
  static Map<String, Number> figures(byte[] sketch) throws IOException {
    DDSketch read = new DDSketch(BUCKETS, SparseStore::new);
    read.decodeAndMergeWith(ByteArrayInput.wrap(sketch));
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("count", Math.round(read.getCount()));
    figures.put("min", read.getMinValue());
    for (double percent : Stats.USUAL.at()) {
      figures.put("p" + Math.round(percent), read.getValueAtQuantile(percent / ALL));
    }
    figures.put("max", read.getMaxValue());
    return figures;
  }

  private DDSketch toSketch() {
    DDSketch sketch = many;
    if (sketch == null) {
      sketch = new DDSketch(BUCKETS, PaginatedStore::new);
      for (BigDecimal value : few) {
        accept(sketch, value);
      }
      few.clear();
      many = sketch;
    }
    return sketch;
  }

  /** A number beyond the range of a double counts as the largest one. */
  private static void accept(DDSketch sketch, BigDecimal value) {
    sketch.accept(Math.max(-LIMIT, Math.min(LIMIT, value.doubleValue())));
  }

  boolean isEmpty() {
    return few.isEmpty() && many == null;
  }

  /** The numbers as texts; null if there are so many that they are in a sketch. */
  @Nullable List<String> numbers() {
    if (many != null) {
      return null;
    }
    List<String> numbers = new ArrayList<>(few.size());
    for (BigDecimal value : few) {
      numbers.add(value.toString());
    }
    return numbers;
  }

  /** The sketch as bytes; null if there are so few numbers that they are kept as they are. */
  byte @Nullable [] sketch() {
    if (many == null) {
      return null;
    }
    GrowingByteArrayOutput bytes = GrowingByteArrayOutput.withDefaultInitialCapacity();
    try {
      many.encode(bytes, false);
    } catch (IOException e) {
      throw new UncheckedIOException("Failed to write a sketch", e);
    }
    return bytes.trimmedCopy();
  }

  /**
   * The value of rank {@code percent / 100 · (n - 1)}, interpolated linearly between two values; of
   * a sketch, one within 1 % of the value at the rank below.
   */
  BigDecimal percentile(double percent) {
    if (many != null) {
      return BigDecimal.valueOf(many.getValueAtQuantile(percent / ALL)).stripTrailingZeros();
    }
    Collections.sort(few);
    BigDecimal rank =
        BigDecimal.valueOf(percent)
            .multiply(BigDecimal.valueOf(few.size() - 1L))
            .movePointLeft(PERCENT_DIGITS);
    int below = rank.intValue();
    BigDecimal low = few.get(below);
    BigDecimal between = rank.subtract(BigDecimal.valueOf(below));
    return between.signum() == 0
        ? low.stripTrailingZeros()
        : few.get(below + 1).subtract(low).multiply(between).add(low).stripTrailingZeros();
  }
}
