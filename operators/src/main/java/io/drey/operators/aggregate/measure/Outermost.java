// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first or the last value in order of time.
 *
 * @param last whether it is the last
 */
public record Outermost(String name, boolean last, Ties ties)
    implements MeasureType<TimedValue, String> {

  public static Outermost first(Ties ties) {
    return new Outermost("first", false, ties);
  }

  public static Outermost last(Ties ties) {
    return new Outermost("last", true, ties);
  }

  @Override
  public Accumulator<TimedValue> accumulator() {
    return new Accumulator<>() {
      private @Nullable TimedValue outermost;

      @Override
      public void add(TimedValue value) {
        outermost = outermost == null ? value : outermost(outermost, value);
      }

      @Override
      public PartialMeasure partial() {
        return outermost == null ? PartialMeasure.NOTHING : partialOf(outermost);
      }
    };
  }

  /** Of two values in order of arrival. */
  private TimedValue outermost(TimedValue one, TimedValue other) {
    boolean inOrder = ties.compare(one, other) <= 0;
    return inOrder == last ? other : one;
  }

  private static PartialMeasure partialOf(TimedValue value) {
    List<TimedValue> values = new ArrayList<>(1);
    values.add(value);
    return PartialMeasure.ofTimed(values);
  }

  @Override
  public PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    if (one.timed() == null || other.timed() == null) {
      return one.timed() == null ? other : one;
    }
    return partialOf(outermost(one.timed().get(0), other.timed().get(0)));
  }

  @Override
  public @Nullable String result(PartialMeasure partial) {
    return partial.timed() == null ? null : partial.timed().get(0).value();
  }
}
