// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import io.drey.jobs.test.Expected;
import io.drey.jobs.test.ExpectedKeys;
import io.drey.jobs.test.PipelineTest;
import java.util.ArrayList;
import java.util.List;

/** Compares what came of a run with what a test expects. */
final class Comparison {
  private final String suffix;
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(PipelineTest test, int parallelism) {
    this.suffix = test.parallelism().size() > 1 ? " (with parallelism " + parallelism + ")" : "";
  }

  static List<Difference> of(PipelineTest test, Came came, int parallelism) {
    Comparison comparison = new Comparison(test, parallelism);
    test.outputs().forEach(expected -> comparison.compare(expected, came.of(expected.output())));
    test.state()
        .forEach(keys -> comparison.compare(keys, came.keys().getOrDefault(keys.step(), 0L)));
    return comparison.differences;
  }

  private void compare(Expected expected, List<Came.Item> came) {
    Long count = expected.count();
    if (count != null) {
      if (count != came.size()) {
        List<RecordPair> pairs =
            came.stream().map(item -> new RecordPair(null, item.json(), true)).toList();
        add(expected, count + " expected, " + came.size() + " came", pairs, came.size());
      }
      return;
    }
    Alignment alignment = new Alignment(expected, came);
    if (!alignment.isComplete()) {
      String sizes = expected.records().size() + " expected, " + came.size() + " came";
      boolean isOrder = alignment.isCompleteInAnyOrder();
      String summary = isOrder ? "the expected records, in another order" : sizes;
      add(expected, summary, alignment.pairs(), came.size());
    }
  }

  private void compare(ExpectedKeys expected, long found) {
    if (expected.keys() != found) {
      String summary = count(expected.keys()) + " expected, " + found + " found" + suffix;
      String place = "state of " + expected.step();
      differences.add(new Difference(expected.at(), place, summary, null, List.of(), found));
    }
  }

  private static String count(long keys) {
    return keys == 1 ? "1 key" : keys + " keys";
  }

  private void add(Expected expected, String summary, List<RecordPair> pairs, int found) {
    differences.add(
        new Difference(
            expected.at(), expected.output().toString(), summary + suffix, expected, pairs, found));
  }
}
