// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * The earliest values, in order of time.
 *
 * @param limit how many are kept
 */
public record Earliest(int limit, Ties ties) implements MeasureType<TimedValue, List<String>> {
  public Earliest {
    if (limit < 1) {
      throw new IllegalArgumentException("Invalid limit: must be at least 1 but was " + limit);
    }
  }

  @Override
  public String name() {
    return "collect";
  }

  @Override
  public Accumulator<TimedValue> accumulator() {
    return new Accumulator<>() {
      private List<TimedValue> values = new ArrayList<>();

      @Override
      public void add(TimedValue value) {
        if (values.size() >= 2L * limit) {
          values = earliest(values);
        }
        values.add(value);
      }

      @Override
      public PartialMeasure partial() {
        return PartialMeasure.ofTimed(earliest(values));
      }
    };
  }

  private List<TimedValue> earliest(List<TimedValue> values) {
    values.sort(ties::compare);
    return values.size() <= limit ? values : new ArrayList<>(values.subList(0, limit));
  }

  @Override
  public PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    List<TimedValue> first = one.timed();
    List<TimedValue> second = other.timed();
    if (first == null || second == null) {
      return first == null ? other : one;
    }
    // mostly in order already: the sort is then a single pass
    first.addAll(second);
    return PartialMeasure.ofTimed(earliest(first));
  }

  @Override
  public List<String> result(PartialMeasure partial) {
    return partial.timed() == null
        ? List.of()
        : partial.timed().stream().limit(limit).map(TimedValue::value).toList();
  }
}
