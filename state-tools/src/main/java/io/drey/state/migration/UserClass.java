// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import io.drey.jobs.yaml.Unknown;
import io.drey.state.snapshot.registry.JarClasses;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.List;

/**
 * A class of the user's that a plan names, from the jars on the thread's class loader.
 *
 * @param <T> what it implements
 */
public final class UserClass<T> {
  private final Constructor<? extends T> constructor;

  private UserClass(Constructor<? extends T> constructor) {
    this.constructor = constructor;
  }

  /**
   * Finds a class.
   *
   * @param kind what it has to implement
   * @throws IllegalArgumentException if there is none, or no object of it can be made
   */
  public static <T> UserClass<T> find(String name, Class<T> kind) {
    Class<?> found;
    try {
      found = JarClasses.load(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(unknown(name), e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException("Cannot load class '" + name + "': " + e, e);
    }
    if (!kind.isAssignableFrom(found)) {
      throw new IllegalArgumentException(
          "Invalid class: must be a %s but was '%s'".formatted(kind.getSimpleName(), name));
    }
    return new UserClass<>(constructor(found.asSubclass(kind)));
  }

  private static <T> Constructor<? extends T> constructor(Class<? extends T> found) {
    try {
      Constructor<? extends T> constructor = found.getConstructor();
      int modifiers = found.getModifiers();
      if (Modifier.isPublic(modifiers) && !Modifier.isAbstract(modifiers)) {
        return constructor;
      }
    } catch (NoSuchMethodException e) {
      // the same rule
    }
    throw new IllegalArgumentException(
        "Invalid class: must be public, not abstract, and have a public constructor without"
            + " parameters but was '"
            + found.getName()
            + "'");
  }

  private static String unknown(String name) {
    List<String> jars = JarClasses.jars();
    String looked = jars.isEmpty() ? "no --jar was given" : "looked in: " + String.join(", ", jars);
    String nearest = Unknown.nearest(name, JarClasses.names());
    String hint = nearest == null ? "" : "did you mean '" + nearest + "'? ";
    return "Unknown class '" + name + "' (" + hint + looked + ")";
  }

  /**
   * Makes an object of it.
   *
   * @throws IllegalArgumentException if its constructor fails
   */
  public T make() {
    try {
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("Cannot create a " + this + ": " + e.getCause(), e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalArgumentException("Cannot create a " + this + ": " + e, e);
    }
  }

  /** Its name. */
  @Override
  public String toString() {
    return constructor.getDeclaringClass().getName();
  }
}
