// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.function;

import io.drey.jobs.expression.value.Trees;
import org.jspecify.annotations.Nullable;

/**
 * A function, or a method of one type, that expressions may call.
 *
 * @param fewest the minimum number of arguments, without the receiver of a method
 * @param most the maximum number of arguments
 */
public record NamedFunction(String name, int fewest, int most, Body body) {
  /** The implementation; it returns null or false for unsuitable arguments. */
  public interface Body {
    @Nullable Object call(Object receiver, @Nullable Object[] arguments);
  }

  public static NamedFunction of(String name, int arguments, Body body) {
    return new NamedFunction(name, arguments, arguments, body);
  }

  /** The same, but a script may change a list or object that it returns. */
  public NamedFunction forScripts() {
    return new NamedFunction(
        name, fewest, most, (receiver, args) -> Trees.of(body.call(receiver, args)));
  }

  public boolean takes(int arguments) {
    return arguments >= fewest && arguments <= most;
  }

  public String arity() {
    return fewest == most ? Integer.toString(fewest) : fewest + " to " + most;
  }
}
