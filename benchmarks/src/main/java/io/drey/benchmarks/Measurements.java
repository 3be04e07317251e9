// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of each contender. Rounds go through all contenders in turn, so that a machine
 * that gets slower does so for all of them.
 */
final class Measurements {
  private final Map<Contender, List<Double>> samples = new LinkedHashMap<>();

  private Measurements() {}

  static Measurements of(List<Row> rows, Workshop workshop, int rounds, PrintStream progress)
      throws IOException, InterruptedException {
    Measurements measurements = new Measurements();
    List<Contender> contenders = rows.stream().flatMap(Row::contenders).distinct().toList();
    for (int round = 0; round < rounds; round++) {
      for (Contender contender : contenders) {
        double value = contender.measure(workshop);
        measurements.samples.computeIfAbsent(contender, unused -> new ArrayList<>()).add(value);
        progress.printf(
            "%d/%d %s: %s%n", round + 1, rounds, contender, contender.unit().show(value));
      }
    }
    return measurements;
  }

  Figure of(Contender contender) {
    List<Double> values = samples.get(contender);
    if (values == null) {
      throw new IllegalArgumentException("Unknown contender: " + contender);
    }
    return new Figure(contender.unit(), values);
  }
}
