// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.function;

import io.drey.jobs.expression.value.Equality;
import io.drey.jobs.expression.value.JsonOutput;
import io.drey.jobs.expression.value.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of several values: of a list, or of the arguments. */
public final class ListFunctions {
  private static final int MOST_ARGUMENTS = 16;

  static final List<NamedFunction> ALL =
      List.of(
          new NamedFunction("min", 1, MOST_ARGUMENTS, (none, args) -> first(args, -1)),
          new NamedFunction("max", 1, MOST_ARGUMENTS, (none, args) -> first(args, 1)),
          NamedFunction.of("join", 2, (none, args) -> join(args[0], args[1])),
          NamedFunction.of("sort", 1, (none, args) -> sorted(args[0])));

  private ListFunctions() {}

  /** The first in that direction; null unless all are numbers, or all are texts. */
  private static @Nullable Object first(@Nullable Object[] args, int direction) {
    List<?> values = args.length == 1 && args[0] instanceof List<?> l ? l : Arrays.asList(args);
    Object best = values.isEmpty() ? null : values.get(0);
    for (Object value : values) {
      if (!Equality.isOrdered(best, value)) {
        return null;
      }
      if (Equality.compare(value, best) * direction > 0) {
        best = value;
      }
    }
    return best;
  }

  private static @Nullable Object join(@Nullable Object list, @Nullable Object separator) {
    return list instanceof List<?> values && separator instanceof String between
        ? joined(values, between)
        : null;
  }

  /** The text of a template's parts. */
  public static String text(@Nullable Object[] parts) {
    return joined(Arrays.asList(parts), "");
  }

  /** A text and what follows it; null if that is neither text nor a number or boolean. */
  public static @Nullable String appended(String start, @Nullable Object end) {
    if (!(end instanceof String || end instanceof Number || end instanceof Boolean)) {
      return null;
    }
    String rest = JsonOutput.plain(end);
    Limits.checkResult((long) start.length() + rest.length());
    return start.concat(rest);
  }

  private static String joined(List<?> values, String between) {
    StringBuilder out = new StringBuilder();
    String before = "";
    for (Object value : values) {
      out.append(before).append(JsonOutput.plain(value));
      Limits.checkResult(out.length());
      before = between;
    }
    return out.toString();
  }

  private static @Nullable Object sorted(@Nullable Object list) {
    if (!(list instanceof List<?> values)) {
      return null;
    }
    List<@Nullable Object> sorted = new ArrayList<>(values);
    sorted.sort(Equality::order);
    return sorted;
  }
}
