// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.ArrayList;
import java.util.List;

/** Finds few events of an input that still fail. */
final class Reduction {
  private static final int ATTEMPTS = 200;

  /** Whether a run of an input fails. */
  @FunctionalInterface
  interface Failing<E> {
    boolean test(List<E> input) throws Exception;
  }

  private Reduction() {}

  /** Leaves out halves, quarters and so on, down to single events, as long as the rest fails. */
  static <E> List<E> of(List<E> input, Failing<E> failing) throws Exception {
    List<E> fewest = input;
    int attempts = 0;
    for (int chunk = input.size() / 2; chunk > 0; chunk /= 2) {
      int from = 0;
      while (from < fewest.size() && attempts++ < ATTEMPTS) {
        List<E> rest = without(fewest, from, Math.min(from + chunk, fewest.size()));
        if (!rest.isEmpty() && failing.test(rest)) {
          fewest = rest;
        } else {
          from += chunk;
        }
      }
    }
    return fewest;
  }

  private static <E> List<E> without(List<E> input, int from, int to) {
    List<E> rest = new ArrayList<>(input);
    rest.subList(from, to).clear();
    return rest;
  }
}
