// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.drey.operators.event.Event;
import io.drey.operators.event.MalformedJsonException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Converts what a function emits to events: an event as it is, anything else by Jackson. */
final class EventOutput implements Serializable {
  private static final long serialVersionUID = 1L;

  private transient @Nullable ObjectWriter writer;

  Event event(@Nullable Object result) {
    return result instanceof Event event ? event : written(result);
  }

  private Event written(@Nullable Object result) {
    ObjectWriter ready = writer;
    if (ready == null) {
      ready = Json.builder().build().writer();
      writer = ready;
    }
    try {
      byte[] json = ready.writeValueAsBytes(result);
      return Event.parse(json, 0, json.length);
    } catch (JsonProcessingException e) {
      throw failed(result, e.getOriginalMessage(), e);
    } catch (MalformedJsonException e) {
      throw failed(result, "it is not a JSON object", e);
    }
  }

  private static IllegalStateException failed(
      @Nullable Object result, @Nullable String reason, Exception cause) {
    String type = result == null ? "null" : result.getClass().getName();
    return new IllegalStateException("Cannot emit " + type + ": " + reason, cause);
  }
}
