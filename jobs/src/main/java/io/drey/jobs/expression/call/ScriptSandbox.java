// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.function.Methods;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.expression.value.ValueTypes;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlOperator;
import org.apache.commons.jexl3.introspection.JexlMethod;
import org.apache.commons.jexl3.introspection.JexlPropertyGet;
import org.apache.commons.jexl3.introspection.JexlPropertySet;
import org.jspecify.annotations.Nullable;

/** Everything that a script can access: the same, but it may change lists and objects. */
public final class ScriptSandbox extends Sandbox {
  private final Methods methods;
  private final ScriptOperators operators;

  public ScriptSandbox(Names names, ScriptArithmetic arithmetic) {
    super(names);
    this.methods = names.methods();
    this.operators = new ScriptOperators(arithmetic);
  }

  /** A change that is not possible fails; a read that is not possible returns null. */
  @Override
  public @Nullable JexlMethod getMethod(
      @Nullable Object receiver, String name, @Nullable Object... arguments) {
    JexlMethod method = super.getMethod(receiver, name, arguments);
    if (method == null && methods.changing().contains(name) && !(receiver instanceof JexlContext)) {
      throw new ExpressionFailedException(noMethod(receiver, name));
    }
    return method;
  }

  static String noMethod(@Nullable Object receiver, String name) {
    return "Cannot call " + name + ": " + ValueTypes.of(receiver) + " has no such method";
  }

  @Override
  public @Nullable JexlPropertyGet getPropertyGet(Object owner, @Nullable Object key) {
    return ScriptAccess.isReadable(owner, key) ? new ScriptAccess(key) : null;
  }

  @Override
  public JexlPropertySet getPropertySet(
      @Nullable Object owner, @Nullable Object key, @Nullable Object value) {
    return new ScriptAccess(key);
  }

  /** The elements at the beginning of a loop, whatever the loop changes. */
  @Override
  public @Nullable Iterator<?> getIterator(@Nullable Object container) {
    if (container instanceof List<?> list) {
      MeasuredInterpreter.chargeLoop(list.size());
      return Arrays.asList(list.toArray()).iterator();
    }
    return container instanceof Map<?, ?> map ? map.values().iterator() : null;
  }

  @Override
  public JexlOperator.Uberspect getOperator(JexlArithmetic arithmetic) {
    return operators;
  }
}
