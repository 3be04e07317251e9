package io.drey.benchmarks;

import java.util.function.DoublePredicate;

/** What a ratio must be. */
record Bar(String text, DoublePredicate isMetBy) {
  static final Bar NONE = new Bar("", ratio -> true);

  static Bar atLeast(double limit) {
    return new Bar("at least " + limit, ratio -> ratio >= limit);
  }

  static Bar atMost(double limit) {
    return new Bar("at most " + limit, ratio -> ratio <= limit);
  }

  String verdict(double ratio) {
    if (text.isEmpty()) {
      return "";
    }
    return isMetBy.test(ratio) ? "pass" : "**missed**";
  }
}
