// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.aggregate.measure.Accumulator;
import io.drey.operators.aggregate.measure.PartialMeasure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The partial results that a subtask has not flushed yet, by window and group. Not thread-safe. */
final class LocalBuffer<T, K> {
  private final List<Measure<T, ?>> measures;
  private final Windows windows;
  private final SkippedValues skipped;
  private final @Nullable Object[] values;
  private final TreeMap<Long, Map<K, List<Accumulator<Object>>>> byWindow = new TreeMap<>();

  private int events;

  LocalBuffer(List<Measure<T, ?>> measures, Windows windows, SkippedValues skipped) {
    this.measures = measures;
    this.windows = windows;
    this.skipped = skipped;
    this.values = new Object[measures.size()];
  }

  /** The number of events added since it was last empty. */
  int events() {
    return events;
  }

  void add(long last, K group, T event, long at) {
    // read all values first: if one cannot be read, the event counts for no measure
    for (int i = 0; i < values.length; i++) {
      values[i] = measures.get(i).valueOf(event, at);
    }
    List<Accumulator<Object>> accumulators = accumulators(last, group);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        accumulators.get(i).add(value);
      } else if (measures.get(i).skips(event)) {
        skipped.count(i);
      }
    }
    events++;
  }

  private List<Accumulator<Object>> accumulators(long last, K group) {
    Map<K, List<Accumulator<Object>>> groups = byWindow.get(last);
    if (groups == null) {
      groups = new HashMap<>();
      byWindow.put(last, groups);
    }
    List<Accumulator<Object>> accumulators = groups.get(group);
    if (accumulators == null) {
      accumulators = new ArrayList<>(measures.size());
      for (Measure<T, ?> measure : measures) {
        accumulators.add(measure.accumulator());
      }
      groups.put(group, accumulators);
    }
    return accumulators;
  }

  /** Removes and returns the windows whose last instant is not after the given one. */
  void flush(long instant, Consumer<Partial<K>> to) {
    while (!byWindow.isEmpty() && byWindow.firstKey() <= instant) {
      Map.Entry<Long, Map<K, List<Accumulator<Object>>>> window = byWindow.pollFirstEntry();
      long last = window.getKey();
      window
          .getValue()
          .forEach((group, accumulators) -> to.accept(partial(group, last, accumulators)));
    }
    if (byWindow.isEmpty()) {
      events = 0;
    }
  }

  private Partial<K> partial(K group, long last, List<Accumulator<Object>> accumulators) {
    List<PartialMeasure> partials = new ArrayList<>(accumulators.size());
    for (Accumulator<Object> accumulator : accumulators) {
      partials.add(accumulator.partial());
    }
    return new Partial<>(group, windows.start(last), last, partials);
  }
}
