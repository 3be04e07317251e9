// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.jobs.test.Expected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds which record that came is which expected one; in each group, in any order. */
final class Alignment {
  /** Beyond so many pairs, records are compared one by one. */
  private static final long MOST_PAIRS = 4_000_000;

  private final List<Expected.Item> expected;
  private final List<Came.Item> came;
  private final RecordMatch match;

  Alignment(Expected expected, List<Came.Item> came) {
    this.expected = expected.records();
    this.came = came;
    this.match = new RecordMatch(expected.exactly());
  }

  /** Whether all are as expected, in the order of their groups. */
  boolean isComplete() {
    if (expected.size() != came.size()) {
      return false;
    }
    int from = 0;
    for (int to = 1; to <= came.size(); to++) {
      if (to == came.size() || came.get(to).group() != came.get(from).group()) {
        if (!isMatched(from, to)) {
          return false;
        }
        from = to;
      }
    }
    return true;
  }

  /** Whether all would be as expected in another order. */
  boolean isCompleteInAnyOrder() {
    return expected.size() == came.size() && isMatched(0, came.size());
  }

  private boolean isMatched(int from, int to) {
    return new Matching(from, to, this::matches).isComplete();
  }

  /** Pairs in order: as many as possible that match, and what stands between them. */
  List<RecordPair> pairs() {
    List<JsonNode> ordered = ordered();
    return (long) expected.size() * came.size() > MOST_PAIRS
        ? oneByOne(expected, ordered)
        : longest(ordered);
  }

  /** What came, each group in the order of what is expected. */
  private List<JsonNode> ordered() {
    return came.stream()
        .sorted(Comparator.comparingInt(Came.Item::group).thenComparingInt(this::firstExpected))
        .map(Came.Item::json)
        .toList();
  }

  private int firstExpected(Came.Item item) {
    int at = 0;
    while (at < expected.size() && !match.matches(expected.get(at), item.json())) {
      at++;
    }
    return at;
  }

  private static List<RecordPair> oneByOne(List<Expected.Item> expected, List<JsonNode> came) {
    List<RecordPair> pairs = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.size(), came.size()); i++) {
      Expected.@Nullable Item item = i < expected.size() ? expected.get(i) : null;
      pairs.add(new RecordPair(item, i < came.size() ? came.get(i) : null, false));
    }
    return pairs;
  }

  /** By a longest common subsequence. */
  private List<RecordPair> longest(List<JsonNode> ordered) {
    int[][] common = common(ordered);
    List<RecordPair> pairs = new ArrayList<>();
    List<Expected.Item> missing = new ArrayList<>();
    List<JsonNode> added = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < ordered.size()) {
      boolean isEnd = i == expected.size() || j == ordered.size();
      if (!isEnd && match.matches(expected.get(i), ordered.get(j))) {
        pairs.addAll(takeAll(missing, added));
        pairs.add(new RecordPair(expected.get(i++), ordered.get(j++), true));
      } else if (i < expected.size()
          && (j == ordered.size() || common[i + 1][j] >= common[i][j + 1])) {
        missing.add(expected.get(i++));
      } else {
        added.add(ordered.get(j++));
      }
    }
    pairs.addAll(takeAll(missing, added));
    return pairs;
  }

  /** How many records are common behind each pair of positions. */
  private int[][] common(List<JsonNode> ordered) {
    int[][] common = new int[expected.size() + 1][ordered.size() + 1];
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = ordered.size() - 1; j >= 0; j--) {
        common[i][j] =
            match.matches(expected.get(i), ordered.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static Collection<RecordPair> takeAll(List<Expected.Item> missing, List<JsonNode> added) {
    List<RecordPair> pairs = oneByOne(missing, added);
    missing.clear();
    added.clear();
    return pairs;
  }

  private boolean matches(int i, int j) {
    return match.matches(expected.get(i), came.get(j).json());
  }
}
