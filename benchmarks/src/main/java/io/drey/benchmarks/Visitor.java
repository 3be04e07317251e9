// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

/** The state that {@link VisitorsMain} has of a visitor besides a number. */
public record Visitor(String city, String agent, double score, boolean isKnown) {
  static Visitor of(long number) {
    return new Visitor(
        "city-" + number % 1_000, "curl/8.5." + number % 10, number / 4.0, number % 3 == 0);
  }
}
