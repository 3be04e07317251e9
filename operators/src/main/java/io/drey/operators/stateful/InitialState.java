// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Creates the state of new keys: by the function, or else by the state class's constructor without
 * arguments, which is called once and not for every key.
 */
public final class InitialState<S> implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Null if the constructor creates it. */
  private final @Nullable StatefulFunction<?, ?, S, ?> function;

  private final Class<S> type;

  private transient @Nullable S pattern;

  private InitialState(@Nullable StatefulFunction<?, ?, S, ?> function, Class<S> type) {
    this.function = function;
    this.type = type;
  }

  /**
   * The initial state of a function's keys.
   *
   * @throws IllegalArgumentException if neither is available, or it returns null
   */
  static <S> InitialState<S> of(StatefulFunction<?, ?, S, ?> function, Class<S> type) {
    if (OverriddenMethods.of(function, "initialState")) {
      InitialState<S> made = new InitialState<>(function, type);
      check(made, function);
      return made;
    }
    if (!hasConstructor(type)) {
      throw new IllegalArgumentException(
          "Cannot instantiate "
              + type.getName()
              + ": it has no public constructor without arguments (add one, or override"
              + " initialState() in "
              + function.getClass().getName()
              + ")");
    }
    return new InitialState<>(null, type);
  }

  private static void check(InitialState<?> made, StatefulFunction<?, ?, ?, ?> function) {
    if (made.make() == null) {
      throw new IllegalArgumentException(
          "Invalid initial state: must not be null but was null in "
              + function.getClass().getName());
    }
  }

  private static boolean hasConstructor(Class<?> type) {
    return !Modifier.isAbstract(type.getModifiers())
        && Arrays.stream(type.getConstructors()).anyMatch(made -> made.getParameterCount() == 0);
  }

  /** The state of a new key, not to be changed: it may be shared with other keys. */
  public S make() {
    if (function != null) {
      return function.initialState();
    }
    S made = pattern;
    if (made == null) {
      made = construct();
      pattern = made;
    }
    return made;
  }

  private S construct() {
    try {
      Constructor<S> constructor = type.getConstructor();
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Failed to instantiate " + type.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot instantiate " + type.getName(), e);
    }
  }
}
