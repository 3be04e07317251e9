// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.drey.operators.event.Event;
import io.drey.operators.rule.InvalidEventException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Converts an event to the function's input type: the event itself, or what Jackson binds it to.
 */
final class EventInput<E> implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Gives access to the bytes without another copy. */
  private static final class Buffer extends ByteArrayOutputStream {
    byte[] bytes() {
      return buf;
    }
  }

  /** Null if the function takes the event itself. */
  private final @Nullable JavaType type;

  private transient @Nullable ObjectReader reader;
  private transient @Nullable Buffer buffer;

  private EventInput(@Nullable JavaType type) {
    this.type = type;
  }

  /**
   * The input of a type.
   *
   * @throws IllegalArgumentException if Jackson cannot create it
   */
  static <E> EventInput<E> of(JavaType type) {
    if (type.getRawClass() == Event.class) {
      return new EventInput<>(null);
    }
    check(reader(type), type.getRawClass().getName());
    return new EventInput<>(type);
  }

  private static ObjectReader reader(JavaType type) {
    return Json.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build()
        .readerFor(type);
  }

  private static void check(ObjectReader reader, String type) {
    try {
      reader.readValue("{}");
    } catch (InvalidDefinitionException e) {
      throw new IllegalArgumentException(
          "Cannot read events as " + type + ": " + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      // it requires fields, which events will have
    }
  }

  @SuppressWarnings("unchecked") // of its type, by construction
  E read(Event event) {
    return type == null ? (E) event : (E) bind(event, type);
  }

  private Object bind(Event event, JavaType wanted) {
    Buffer bytes = buffer;
    ObjectReader ready = reader;
    if (bytes == null || ready == null) {
      bytes = new Buffer();
      buffer = bytes;
      ready = reader(wanted);
      reader = ready;
    }
    bytes.reset();
    try {
      event.writeTo(bytes);
      return ready.readValue(bytes.bytes(), 0, bytes.size());
    } catch (JsonProcessingException e) {
      throw new InvalidEventException(
          "Cannot read event as "
              + wanted.getRawClass().getName()
              + ": "
              + field(e)
              + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path of the field that does not fit, as far as Jackson reports it. */
  private static String field(JsonProcessingException failure) {
    String path =
        failure instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    return path.isEmpty() ? path : path + ": ";
  }
}
