package io.drey.jobs.expression;

import org.jspecify.annotations.Nullable;

/**
 * A function, or a method of one type, that expressions may call.
 *
 * @param fewest arguments it takes, without the receiver of a method
 * @param most arguments it takes
 */
record Operation(String name, int fewest, int most, Body body) {
  /** What it does; arguments it cannot use give null or false. */
  interface Body {
    @Nullable Object call(Object receiver, @Nullable Object[] arguments);
  }

  static Operation of(String name, int arguments, Body body) {
    return new Operation(name, arguments, arguments, body);
  }

  /** The same with lists and objects as results that a script may change. */
  Operation forScripts() {
    return new Operation(
        name, fewest, most, (receiver, args) -> Trees.of(body.call(receiver, args)));
  }

  boolean takes(int arguments) {
    return arguments >= fewest && arguments <= most;
  }

  String arity() {
    return fewest == most ? Integer.toString(fewest) : fewest + " to " + most;
  }
}
