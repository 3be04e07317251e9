// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The n values with the greatest or least scores, each with its best one; ties in order of value.
 * Keeps no more than these: what is not among the best n of a part is not among those of the whole.
 *
 * @param greatest whether the greatest score is the best
 */
public record Ranking(String name, int n, boolean greatest, ValueOrder order)
    implements MeasureType<Scored, List<Scored>> {
  /** So many values more than twice n are kept before the others are dropped. */
  private static final long SPARE = 64;

  public Ranking {
    Tabulations.checkNumber(n);
  }

  public static Ranking top(int n, ValueOrder order) {
    return new Ranking("top-by", n, true, order);
  }

  public static Ranking bottom(int n, ValueOrder order) {
    return new Ranking("bottom-by", n, false, order);
  }

  @Override
  public Accumulator<Scored> accumulator() {
    return new Accumulator<>() {
      private final Map<String, Scored> best = new HashMap<>();

      @Override
      public void add(Scored value) {
        keep(value, best);
        if (best.size() > 2L * n + SPARE) {
          List<Scored> ranked = ranked(best);
          best.clear();
          ranked.forEach(one -> best.put(one.value(), one));
        }
      }

      @Override
      public PartialMeasure partial() {
        return partialOf(ranked(best));
      }
    };
  }

  private void keep(Scored value, Map<String, Scored> best) {
    best.merge(value.value(), value, (before, next) -> isBetter(next, before) ? next : before);
  }

  private boolean isBetter(Scored next, Scored before) {
    int difference = next.score().compareTo(before.score());
    return greatest ? difference > 0 : difference < 0;
  }

  private List<Scored> ranked(Map<String, Scored> best) {
    Comparator<Scored> byScore = Comparator.comparing(Scored::score);
    return best.values().stream()
        .sorted((greatest ? byScore.reversed() : byScore).thenComparing(Scored::value, order))
        .limit(n)
        .toList();
  }

  private static PartialMeasure partialOf(List<Scored> ranked) {
    List<ScoredValue> values = new ArrayList<>(ranked.size());
    ranked.forEach(scored -> values.add(ScoredValue.of(scored)));
    return PartialMeasure.ofScored(values);
  }

  @Override
  public PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    if (one.scored() == null || other.scored() == null) {
      return one.scored() == null ? other : one;
    }
    Map<String, Scored> best = new HashMap<>();
    one.scored().forEach(value -> keep(value.scored(), best));
    other.scored().forEach(value -> keep(value.scored(), best));
    return partialOf(ranked(best));
  }

  @Override
  public List<Scored> result(PartialMeasure partial) {
    if (partial.scored() == null) {
      return List.of();
    }
    return partial.scored().stream()
        .limit(n)
        .map(ScoredValue::scored)
        .map(scored -> new Scored(scored.value(), scored.score().stripTrailingZeros()))
        .toList();
  }
}
