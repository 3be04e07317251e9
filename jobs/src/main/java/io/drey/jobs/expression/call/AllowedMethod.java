// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.function.NamedFunction;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.introspection.JexlMethod;
import org.jspecify.annotations.Nullable;

/** An operation as a JEXL method; JEXL caches it at the place of the call and tries it first. */
final class AllowedMethod implements JexlMethod {
  private final Class<?> receiver;
  private final NamedFunction operation;

  AllowedMethod(Class<?> receiver, NamedFunction operation) {
    this.receiver = receiver;
    this.operation = operation;
  }

  @Override
  public @Nullable Object invoke(Object target, @Nullable Object... arguments) {
    return operation.body().call(target, arguments);
  }

  @Override
  public @Nullable Object tryInvoke(String name, Object target, @Nullable Object... arguments) {
    return receiver.isInstance(target) && operation.takes(arguments.length)
        ? invoke(target, arguments)
        : JexlEngine.TRY_FAILED;
  }

  @Override
  public boolean tryFailed(@Nullable Object result) {
    return result == JexlEngine.TRY_FAILED;
  }

  @Override
  public boolean isCacheable() {
    return true;
  }

  @Override
  public Class<?> getReturnType() {
    return Object.class;
  }
}
