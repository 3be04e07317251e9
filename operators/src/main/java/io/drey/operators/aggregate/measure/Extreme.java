// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value whose score is the least or the greatest, of several the first in order of value.
 *
 * @param greatest whether the greatest score is the best
 */
public record Extreme(String name, boolean greatest, ValueOrder order)
    implements MeasureType<Scored, String> {

  public static Extreme min(ValueOrder order) {
    return new Extreme("min-by", false, order);
  }

  public static Extreme max(ValueOrder order) {
    return new Extreme("max-by", true, order);
  }

  @Override
  public Accumulator<Scored> accumulator() {
    return new Accumulator<>() {
      private @Nullable Scored best;

      @Override
      public void add(Scored value) {
        best = best == null ? value : better(best, value);
      }

      @Override
      public PartialMeasure partial() {
        return best == null ? PartialMeasure.NOTHING : partialOf(best);
      }
    };
  }

  private Scored better(Scored one, Scored other) {
    int difference = one.score().compareTo(other.score());
    if (difference == 0) {
      return order.compare(one.value(), other.value()) <= 0 ? one : other;
    }
    return greatest == difference > 0 ? one : other;
  }

  private static PartialMeasure partialOf(Scored best) {
    List<ScoredValue> values = new ArrayList<>(1);
    values.add(ScoredValue.of(best));
    return PartialMeasure.ofScored(values);
  }

  @Override
  public PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    if (one.scored() == null || other.scored() == null) {
      return one.scored() == null ? other : one;
    }
    return partialOf(better(one.scored().get(0).scored(), other.scored().get(0).scored()));
  }

  @Override
  public @Nullable String result(PartialMeasure partial) {
    return partial.scored() == null ? null : partial.scored().get(0).value();
  }
}
