package io.drey.operators.stateful;

import java.util.Arrays;

/** What a function does itself rather than leave to {@link StatefulFunction}. */
final class OverriddenMethods {
  private OverriddenMethods() {}

  /** Whether a function has a method of its own. */
  static boolean of(StatefulFunction<?, ?, ?, ?> function, String method) {
    return Arrays.stream(function.getClass().getMethods())
        .filter(candidate -> candidate.getName().equals(method))
        .anyMatch(
            candidate ->
                !candidate.getDeclaringClass().equals(StatefulFunction.class)
                    && isThatOfTheInterface(candidate.getParameterTypes()));
  }

  /** Rather than an overload of that name. */
  private static boolean isThatOfTheInterface(Class<?>[] parameters) {
    return parameters.length == 0
        || (parameters.length == 3 && parameters[2].equals(Context.class));
  }
}
