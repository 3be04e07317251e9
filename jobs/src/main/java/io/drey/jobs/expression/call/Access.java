// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.function.Methods;
import io.drey.jobs.expression.value.JsonObject;
import io.drey.operators.event.FieldName;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.introspection.JexlPropertyGet;
import org.jspecify.annotations.Nullable;

/** Access to the value of one key; JEXL caches it at the place of use and tries it first there. */
final class Access<T> implements JexlPropertyGet {
  private final Class<T> owners;
  private final Object key;
  private final Function<T, @Nullable Object> get;

  private Access(Class<T> owners, Object key, Function<T, @Nullable Object> get) {
    this.owners = owners;
    this.key = key;
    this.get = get;
  }

  static JexlPropertyGet toField(Object key) {
    FieldName name = new FieldName(key.toString());
    return new Access<>(
        Map.class,
        key,
        map -> map instanceof JsonObject object ? object.field(name) : map.get(name.text()));
  }

  /** Outside of the list there is null. */
  static JexlPropertyGet toElement(Object index) {
    return new Access<>(List.class, index, list -> Methods.element(list, index));
  }

  @Override
  public @Nullable Object invoke(Object owner) {
    return get.apply(owners.cast(owner));
  }

  @Override
  public @Nullable Object tryInvoke(Object owner, @Nullable Object wanted) {
    return owners.isInstance(owner) && key.equals(wanted) ? invoke(owner) : JexlEngine.TRY_FAILED;
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
