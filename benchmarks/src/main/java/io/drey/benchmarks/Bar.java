// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.util.function.DoublePredicate;

/** The bound on a ratio, or on a figure without a reference. */
record Bar(String text, DoublePredicate isMetBy) {
  static final Bar NONE = new Bar("", value -> true);

  static Bar atLeast(double limit) {
    return new Bar("at least " + limit, value -> value >= limit);
  }

  static Bar atMost(double limit) {
    return new Bar("at most " + limit, value -> value <= limit);
  }

  String verdict(double value) {
    if (text.isEmpty()) {
      return "";
    }
    return isMetBy.test(value) ? "pass" : "**missed**";
  }
}
