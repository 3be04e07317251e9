// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.function;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.drey.jobs.option.InvalidOptionsException;
import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.operators.stateful.StatefulFunction;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class that a pipeline file names: a {@link StatefulFunction} whose keys are strings. It is
 * loaded by the thread's context class loader.
 */
public final class FunctionClass {
  private static final int KEY = 0;
  private static final int EVENT = 1;

  private final Class<?> type;
  private @Nullable UserFunction<?, ?, ?> made;

  private FunctionClass(Class<?> type) {
    this.type = type;
  }

  /**
   * Finds the class of a name.
   *
   * @throws IllegalArgumentException if there is none, or it is not such a function
   */
  public static FunctionClass parse(String name) {
    try {
      return checked(name, load(name));
    } catch (LinkageError e) {
      throw new IllegalArgumentException("Cannot load class '" + name + "': " + reason(e), e);
    }
  }

  private static Class<?> load(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "Unknown class '" + name + "' (" + UserJars.shown(loader) + ")", e);
    }
  }

  private static FunctionClass checked(String name, Class<?> type) {
    if (!StatefulFunction.class.isAssignableFrom(type)) {
      throw invalid("be a StatefulFunction", name);
    }
    if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
      throw invalid("be public and not abstract", name);
    }
    FunctionClass found = new FunctionClass(type);
    found.checkTypes();
    return found;
  }

  /** Why a class cannot be loaded. */
  static String reason(Throwable cause) {
    String message = cause.getMessage();
    if (message == null) {
      return cause.getClass().getSimpleName();
    }
    return cause instanceof NoClassDefFoundError
        ? "it needs " + message.replace('/', '.') + ", which is in no --jar"
        : message;
  }

  private void checkTypes() {
    JavaType[] types = types();
    if (types.length == 0 || types[EVENT].getRawClass() == Object.class) {
      throw invalid("name its types, as in StatefulFunction<String, Event, …>,", type.getName());
    }
    if (types[KEY].getRawClass() != String.class) {
      throw invalid("have keys of type String", type.getName());
    }
  }

  private JavaType[] types() {
    TypeFactory factory = TypeFactory.defaultInstance();
    return factory.findTypeParameters(factory.constructType(type), StatefulFunction.class);
  }

  private static IllegalArgumentException invalid(String rule, String name) {
    return new IllegalArgumentException("Invalid class: must " + rule + " but was '" + name + "'");
  }

  /** The type of its events. */
  JavaType eventType() {
    return types()[EVENT];
  }

  Class<?> type() {
    return type;
  }

  /**
   * Creates the function.
   *
   * @throws IllegalArgumentException if it cannot be created with these options, or cannot run
   */
  public UserFunction<?, ?, ?> with(@Nullable YamlMapping options) {
    UserFunction<?, ?, ?> ready = made;
    if (ready == null) {
      ready = make(options);
      made = ready;
    }
    return ready;
  }

  private UserFunction<?, ?, ?> make(@Nullable YamlMapping options) {
    try {
      return UserFunction.of(this, new FunctionMaker(type).make(options));
    } catch (InvalidOptionsException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()), e);
    } catch (LinkageError e) {
      throw refused("Cannot instantiate class " + type.getName() + ": " + reason(e), e);
    }
  }

  private static InvalidOptionsException refused(String message, Throwable cause) {
    return new InvalidOptionsException(
        List.of(new OptionProblem(List.of("class"), message)), cause);
  }

  @Override
  public String toString() {
    return type.getName();
  }
}
