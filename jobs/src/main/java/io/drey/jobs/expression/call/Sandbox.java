// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.function.NamedFunction;
import io.drey.jobs.expression.value.Numbers;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlOperator;
import org.apache.commons.jexl3.internal.Operator;
import org.apache.commons.jexl3.introspection.JexlMethod;
import org.apache.commons.jexl3.introspection.JexlPropertyGet;
import org.apache.commons.jexl3.introspection.JexlPropertySet;
import org.apache.commons.jexl3.introspection.JexlUberspect;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an expression can access: the fields of maps, the elements of lists, and the
 * allowed methods and functions. There is no reflection, so nothing else of Java is accessible.
 */
public class Sandbox implements JexlUberspect {
  private final Names names;
  private volatile @Nullable Operator operators;

  public Sandbox(Names names) {
    this.names = names;
  }

  /** A function if it is called on the variables, else a method of the value. */
  @Override
  public @Nullable JexlMethod getMethod(
      @Nullable Object receiver, String name, @Nullable Object... arguments) {
    NamedFunction operation = find(receiver, name);
    return receiver != null && operation != null && operation.takes(arguments.length)
        ? new AllowedMethod(receiver.getClass(), operation)
        : null;
  }

  final @Nullable NamedFunction find(@Nullable Object receiver, String name) {
    return receiver instanceof JexlContext
        ? names.function(name)
        : names.methods().find(receiver, name);
  }

  @Override
  public @Nullable JexlPropertyGet getPropertyGet(
      List<PropertyResolver> unused, Object owner, @Nullable Object key) {
    return getPropertyGet(owner, key);
  }

  @Override
  public @Nullable JexlPropertyGet getPropertyGet(Object owner, @Nullable Object key) {
    if (key == null) {
      return null;
    }
    if (owner instanceof Map && (key instanceof String || Numbers.isInteger(key))) {
      return Access.toField(key);
    }
    return owner instanceof List && Numbers.isInteger(key) ? Access.toElement(key) : null;
  }

  @Override
  public @Nullable JexlPropertySet getPropertySet(
      List<PropertyResolver> unused,
      @Nullable Object owner,
      @Nullable Object key,
      @Nullable Object value) {
    return getPropertySet(owner, key, value);
  }

  @Override
  public @Nullable JexlPropertySet getPropertySet(
      @Nullable Object owner, @Nullable Object key, @Nullable Object value) {
    return null;
  }

  @Override
  public List<PropertyResolver> getResolvers(@Nullable JexlOperator operator, Object owner) {
    return List.of();
  }

  /** The elements of a list, or the values of a map. */
  @Override
  public @Nullable Iterator<?> getIterator(@Nullable Object container) {
    if (container instanceof List<?> list) {
      return list.iterator();
    }
    return container instanceof Map<?, ?> map ? map.values().iterator() : null;
  }

  /** None is overloaded: {@link Arithmetic} has them all. */
  @Override
  public JexlOperator.Uberspect getOperator(JexlArithmetic arithmetic) {
    Operator all = operators;
    if (all == null) {
      all = new Operator(this, arithmetic, Set.of(), 0);
      operators = all;
    }
    return all;
  }

  @Override
  public JexlArithmetic.Uberspect getArithmetic(JexlArithmetic arithmetic) {
    return getOperator(arithmetic);
  }

  @Override
  public @Nullable JexlMethod getConstructor(Object type, @Nullable Object... arguments) {
    return null;
  }

  @Override
  public @Nullable Class<?> getClassByName(String name) {
    return null;
  }

  @Override
  public ClassLoader getClassLoader() {
    throw new UnsupportedOperationException("Expressions load no classes");
  }

  @Override
  public void setClassLoader(ClassLoader loader) {
    throw new UnsupportedOperationException("Expressions load no classes");
  }

  @Override
  public int getVersion() {
    return 0;
  }
}
