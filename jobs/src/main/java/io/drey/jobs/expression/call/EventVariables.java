// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.value.JsonObject;
import io.drey.operators.event.Event;
import org.apache.commons.jexl3.JexlContext;
import org.jspecify.annotations.Nullable;

/** The one variable of a plain expression. */
public final class EventVariables implements JexlContext {
  public static final String EVENT = "event";

  private final JsonObject event;

  public EventVariables(Event event) {
    this.event = new JsonObject(event);
  }

  @Override
  public @Nullable Object get(String name) {
    return has(name) ? event : null;
  }

  @Override
  public boolean has(String name) {
    return name.equals(EVENT);
  }

  @Override
  public void set(String name, @Nullable Object value) {
    throw new UnsupportedOperationException("Cannot assign '" + name + "': read only");
  }
}
