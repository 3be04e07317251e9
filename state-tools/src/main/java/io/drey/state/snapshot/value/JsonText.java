// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.temporal.TemporalAccessor;

/** Writes values as JSON text, for types that store JSON; times are ISO-8601. */
public final class JsonText {
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .enable(SerializationFeature.FAIL_ON_SELF_REFERENCES)
          .addModule(
              new SimpleModule().addSerializer(TemporalAccessor.class, ToStringSerializer.instance))
          .build()
          .writer();

  private JsonText() {}

  /**
   * Returns the JSON of a value.
   *
   * @throws UnfitValueException if it has none
   */
  public static String of(Object value) {
    if (value instanceof String text && isPlain(text)) {
      return '"' + text + '"';
    }
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UnfitValueException("JSON", value);
    }
  }

  /** Whether a text stands in JSON as it is. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /** Returns the JSON of a value in UTF-8, as {@link #of} does. */
  public static byte[] utf8(Object value) {
    try {
      return WRITER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UnfitValueException("JSON", value);
    }
  }
}
