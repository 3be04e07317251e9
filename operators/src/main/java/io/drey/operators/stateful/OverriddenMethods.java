// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import java.util.Arrays;

/** Which methods of {@link StatefulFunction} a function overrides. */
final class OverriddenMethods {
  private OverriddenMethods() {}

  /** Whether a function overrides a method. */
  static boolean of(StatefulFunction<?, ?, ?, ?> function, String method) {
    return Arrays.stream(function.getClass().getMethods())
        .filter(candidate -> candidate.getName().equals(method))
        .anyMatch(
            candidate ->
                !candidate.getDeclaringClass().equals(StatefulFunction.class)
                    && isThatOfTheInterface(candidate.getParameterTypes()));
  }

  /** Excludes an overload of that name. */
  private static boolean isThatOfTheInterface(Class<?>[] parameters) {
    return parameters.length == 0
        || (parameters.length == 3 && parameters[2].equals(Context.class));
  }
}
