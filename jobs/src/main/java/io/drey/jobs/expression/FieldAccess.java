package io.drey.jobs.expression;

import io.drey.operators.event.FieldName;
import java.util.Map;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.introspection.JexlPropertyGet;
import org.jspecify.annotations.Nullable;

/** The access to one field; JEXL keeps it where it was used and tries it there again. */
final class FieldAccess implements JexlPropertyGet {
  private final Object key;
  private final FieldName name;

  FieldAccess(Object key, FieldName name) {
    this.key = key;
    this.name = name;
  }

  @Override
  public @Nullable Object invoke(Object owner) {
    return owner instanceof JsonObject object
        ? object.field(name)
        : ((Map<?, ?>) owner).get(name.text());
  }

  @Override
  public @Nullable Object tryInvoke(Object owner, @Nullable Object wanted) {
    return owner instanceof Map && key.equals(wanted) ? invoke(owner) : JexlEngine.TRY_FAILED;
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
