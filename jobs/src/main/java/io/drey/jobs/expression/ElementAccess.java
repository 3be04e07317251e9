package io.drey.jobs.expression;

import java.util.List;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.introspection.JexlPropertyGet;
import org.jspecify.annotations.Nullable;

/** The access to one element of a list; there is null outside of it. */
final class ElementAccess implements JexlPropertyGet {
  private final Object index;

  ElementAccess(Object index) {
    this.index = index;
  }

  @Override
  public @Nullable Object invoke(Object owner) {
    return Methods.element((List<?>) owner, index);
  }

  @Override
  public @Nullable Object tryInvoke(Object owner, @Nullable Object wanted) {
    return owner instanceof List && index.equals(wanted) ? invoke(owner) : JexlEngine.TRY_FAILED;
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
