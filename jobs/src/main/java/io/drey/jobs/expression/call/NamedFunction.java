package io.drey.jobs.expression.call;

import io.drey.jobs.expression.value.Trees;
import org.jspecify.annotations.Nullable;

/**
 * A function, or a method of one type, that expressions may call.
 *
 * @param fewest arguments it takes, without the receiver of a method
 * @param most arguments it takes
 */
public record NamedFunction(String name, int fewest, int most, Body body) {
  /** What it does; arguments it cannot use give null or false. */
  interface Body {
    @Nullable Object call(Object receiver, @Nullable Object[] arguments);
  }

  static NamedFunction of(String name, int arguments, Body body) {
    return new NamedFunction(name, arguments, arguments, body);
  }

  /** The same with lists and objects as results that a script may change. */
  NamedFunction forScripts() {
    return new NamedFunction(
        name, fewest, most, (receiver, args) -> Trees.of(body.call(receiver, args)));
  }

  boolean takes(int arguments) {
    return arguments >= fewest && arguments <= most;
  }

  String arity() {
    return fewest == most ? Integer.toString(fewest) : fewest + " to " + most;
  }
}
