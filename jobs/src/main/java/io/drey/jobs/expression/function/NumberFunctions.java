// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.function;

import io.drey.jobs.expression.value.Numbers;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of one number; null for anything else. */
final class NumberFunctions {
  private static final int MOST_PLACES = 100;

  static final List<NamedFunction> ALL =
      List.of(
          new NamedFunction("round", 1, 2, NumberFunctions::round),
          NamedFunction.of("floor", 1, (none, args) -> whole(args[0], RoundingMode.FLOOR)),
          NamedFunction.of("ceil", 1, (none, args) -> whole(args[0], RoundingMode.CEILING)),
          NamedFunction.of("abs", 1, (none, args) -> Numbers.abs(args[0])));

  private NumberFunctions() {}

  /** Half is rounded away from zero, as by hand. */
  private static @Nullable Object round(Object none, @Nullable Object[] args) {
    Number places = args.length == 1 ? Integer.valueOf(0) : Numbers.integer(args[1]);
    return places == null || Math.abs(places.longValue()) > MOST_PLACES
        ? null
        : Numbers.round(args[0], places.intValue(), RoundingMode.HALF_UP);
  }

  private static @Nullable Object whole(@Nullable Object value, RoundingMode mode) {
    return Numbers.round(value, 0, mode);
  }
}
