// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How an output differs from what it must be: by events that are missing, by those that should not
 * be there or are there too often, and by keys whose events are all there but in another order.
 */
record Difference(
    Output output, List<String> missing, List<String> extra, List<String> disordered) {
  static Difference between(Output output, Outputs expected, Outputs actual) {
    Map<String, List<String>> must = expected.of(output);
    Map<String, List<String>> is = actual.of(output);
    Difference found =
        new Difference(output, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Set<String> keys = new TreeSet<>(must.keySet());
    keys.addAll(is.keySet());
    for (String key : keys) {
      found.compare(key, must.getOrDefault(key, List.of()), is.getOrDefault(key, List.of()));
    }
    return found;
  }

  private void compare(String key, List<String> must, List<String> is) {
    if (must.equals(is)) {
      return;
    }
    List<String> lacking = without(must, is);
    List<String> tooMany = without(is, must);
    missing.addAll(lacking);
    extra.addAll(tooMany);
    if (lacking.isEmpty() && tooMany.isEmpty()) {
      disordered.add(key);
    }
  }

  /** What is in a list more often than in another one. */
  private static List<String> without(List<String> all, List<String> others) {
    Map<String, Integer> counts = new HashMap<>();
    others.forEach(other -> counts.merge(other, 1, Integer::sum));
    return all.stream().filter(event -> counts.merge(event, -1, Integer::sum) < 0).toList();
  }

  boolean isNone() {
    return missing.isEmpty() && extra.isEmpty() && disordered.isEmpty();
  }

  @Override
  public String toString() {
    return "%s: %,d missing, %,d too many, %,d keys in another order"
        .formatted(output.topic(), missing.size(), extra.size(), disordered.size());
  }

  /** All of it, a line each. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    missing.forEach(event -> lines.add("missing    " + event));
    extra.forEach(event -> lines.add("too many   " + event));
    disordered.forEach(key -> lines.add("disordered " + key));
    return lines;
  }
}
