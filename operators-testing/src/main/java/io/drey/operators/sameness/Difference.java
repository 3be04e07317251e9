// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.ArrayList;
import java.util.List;

/**
 * How the results of two runs differ, whatever their order.
 *
 * @param missing emitted by the plainest run only
 * @param unexpected emitted by the other run only
 */
record Difference(List<String> expected, List<String> missing, List<String> unexpected) {
  private static final int SHOWN = 20;

  static Difference between(List<String> expected, List<String> actual) {
    return new Difference(expected, without(expected, actual), without(actual, expected));
  }

  private static List<String> without(List<String> some, List<String> others) {
    List<String> rest = new ArrayList<>(others);
    return some.stream().filter(one -> !rest.remove(one)).toList();
  }

  boolean isNone() {
    return missing.isEmpty() && unexpected.isEmpty();
  }

  /** Lines, each with an end. */
  @Override
  public String toString() {
    int same = expected.size() - missing.size();
    return section("expected but missing", missing)
        + section("unexpected", unexpected)
        + "in both runs: %d\n".formatted(same);
  }

  private static String section(String title, List<String> records) {
    StringBuilder text = new StringBuilder("%s: %d\n".formatted(title, records.size()));
    records.stream().limit(SHOWN).forEach(one -> text.append("  ").append(one).append('\n'));
    if (records.size() > SHOWN) {
      text.append("  … and ").append(records.size() - SHOWN).append(" more\n");
    }
    return text.toString();
  }
}
