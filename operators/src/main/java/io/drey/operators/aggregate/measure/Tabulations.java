// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measures that need the number of occurrences of each value. */
public final class Tabulations {
  private Tabulations() {}

  public static Tabulation<List<String>> unique(ValueOrder order) {
    return new Tabulation<>("unique", counts -> counts.keySet().stream().sorted(order).toList());
  }

  public static Tabulation<Map<String, Long>> freq(ValueOrder order) {
    return new Tabulation<>("freq", counts -> sorted(counts, order));
  }

  /** The n most frequent values, the most frequent first. */
  public static Tabulation<List<Frequency>> top(int n, ValueOrder order) {
    checkNumber(n);
    return new Tabulation<>(
        "top", counts -> first(n, counts, byCount().reversed().thenComparing(byValue(order))));
  }

  /** The n least frequent values, the least frequent first. */
  public static Tabulation<List<Frequency>> bottom(int n, ValueOrder order) {
    checkNumber(n);
    return new Tabulation<>(
        "bottom", counts -> first(n, counts, byCount().thenComparing(byValue(order))));
  }

  private static Map<String, Long> sorted(Map<String, Long> counts, ValueOrder order) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(order))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static List<Frequency> first(
      int n, Map<String, Long> counts, Comparator<Frequency> order) {
    return counts.entrySet().stream()
        .map(entry -> new Frequency(entry.getKey(), entry.getValue()))
        .sorted(order)
        .limit(n)
        .toList();
  }

  private static Comparator<Frequency> byCount() {
    return Comparator.comparingLong(Frequency::count);
  }

  private static Comparator<Frequency> byValue(ValueOrder order) {
    return Comparator.comparing(Frequency::value, order);
  }

  static void checkNumber(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("Invalid n: must be at least 1 but was " + n);
    }
  }
}
