// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.function.ChangingMethods;
import io.drey.jobs.expression.function.Methods;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.expression.value.Numbers;
import io.drey.jobs.expression.value.ScriptList;
import io.drey.jobs.expression.value.ScriptMap;
import io.drey.jobs.expression.value.Trees;
import io.drey.jobs.expression.value.ValueTypes;
import io.drey.operators.event.FieldName;
import java.util.List;
import java.util.Map;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.introspection.JexlPropertyGet;
import org.apache.commons.jexl3.introspection.JexlPropertySet;
import org.jspecify.annotations.Nullable;

/**
 * A script's access to the value of one key, for both reading and setting, since JEXL caches only
 * one of them at a place of use.
 */
final class ScriptAccess implements JexlPropertyGet, JexlPropertySet {
  private final @Nullable Object key;
  private @Nullable FieldName name;

  ScriptAccess(@Nullable Object key) {
    this.key = key;
  }

  /** Whether a value has fields or elements. */
  static boolean isReadable(@Nullable Object owner, @Nullable Object key) {
    return owner instanceof Map
        ? key instanceof String || key instanceof Number || key instanceof Boolean
        : owner instanceof List && Numbers.isInteger(key);
  }

  @Override
  public @Nullable Object invoke(Object owner) {
    if (owner instanceof ScriptMap object) {
      return object.field(name());
    }
    return owner instanceof Map<?, ?> map
        ? map.get(Trees.name(key))
        : Methods.element((List<?>) owner, key);
  }

  private FieldName name() {
    FieldName ready = name;
    if (ready == null) {
      ready = new FieldName(Trees.name(key));
      name = ready;
    }
    return ready;
  }

  @Override
  public @Nullable Object tryInvoke(Object owner, @Nullable Object wanted) {
    return isFor(wanted) && isReadable(owner, wanted) ? invoke(owner) : JexlEngine.TRY_FAILED;
  }

  private boolean isFor(@Nullable Object wanted) {
    return key != null && key.equals(wanted);
  }

  @Override
  public @Nullable Object invoke(Object owner, @Nullable Object value) {
    if (owner instanceof Map) {
      ChangingMethods.castMap(owner).put(Trees.name(key), value);
    } else if (owner instanceof ScriptList list) {
      list.set(ChangingMethods.index(key, list.size() - 1), value);
    } else {
      throw new ExpressionFailedException(
          "Cannot set '" + key + "': " + ValueTypes.of(owner) + " has no fields");
    }
    return value;
  }

  @Override
  public @Nullable Object tryInvoke(Object owner, @Nullable Object wanted, @Nullable Object value) {
    return isFor(wanted) ? invoke(owner, value) : JexlEngine.TRY_FAILED;
  }

  @Override
  public boolean tryFailed(@Nullable Object result) {
    return result == JexlEngine.TRY_FAILED;
  }

  @Override
  public boolean isCacheable() {
    return true;
  }
}
