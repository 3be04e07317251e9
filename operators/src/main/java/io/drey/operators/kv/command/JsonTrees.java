// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** Converts JSON text to trees or values of a class, and back, with exact numbers. */
public final class JsonTrees {
  /** Events nest up to 1,000 deep, and an update may put one such value 32 deep into another. */
  private static final int DEEPEST = 1_100;

  /** The time to parse a number grows with the square of its length. */
  private static final int LONGEST_NUMBER = 10_000;

  private static final String LIMITS =
      ("it is malformed, nests more than %,d deep, or has a number with more than %,d digits"
              + " or an exponent beyond 32 bits")
          .formatted(DEEPEST, LONGEST_NUMBER);

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxStringLength(Integer.MAX_VALUE)
                          .maxNameLength(Integer.MAX_VALUE)
                          .build())
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);
  private static final ObjectReader VALUES =
      MAPPER.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final ObjectWriter WRITER = MAPPER.writer();
  private static final ObjectWriter ASCII = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private JsonTrees() {}

  /**
   * Reads JSON.
   *
   * @throws IllegalArgumentException if a number in it cannot be computed with, it nests too deep,
   *     or it is not JSON
   */
  public static JsonNode read(String json) {
    try {
      return READER.readValue(json);
    } catch (JsonProcessingException | NumberFormatException e) {
      throw new IllegalArgumentException("Cannot read JSON: " + LIMITS, e);
    }
  }

  /**
   * Reads JSON as a value of a class, by Jackson. Fields that the class does not have are skipped.
   *
   * @param json null for no value
   * @return null for no value, and for a JSON null
   * @throws IllegalArgumentException if it is not a value of that class
   */
  static <V> @Nullable V read(@Nullable String json, Class<V> type) {
    try {
      return json == null ? null : VALUES.forType(type).<V>readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Cannot read JSON as %s: %s".formatted(type.getName(), problem(e)), e);
    }
  }

  /**
   * The tree of a value, by Jackson; a tree as it is.
   *
   * @throws IllegalArgumentException if Jackson cannot convert it
   */
  static JsonNode of(@Nullable Object value) {
    try {
      return value instanceof JsonNode tree ? tree : MAPPER.valueToTree(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Cannot write %s as JSON: %s".formatted(type(value), e.getMessage()), e);
    }
  }

  private static String type(@Nullable Object value) {
    return value == null ? "null" : value.getClass().getName();
  }

  /** With the place, but without the JSON, which may be long. */
  private static String problem(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
        ? mapping.getOriginalMessage() + " at " + mapping.getPathReference()
        : e.getOriginalMessage();
  }

  /** Writes a tree; unpaired surrogates, which UTF-8 cannot encode, are escaped. */
  public static String write(JsonNode tree) {
    try {
      String json = WRITER.writeValueAsString(tree);
      return isUnicode(json) ? json : ASCII.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot write JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Whether every surrogate is one of a pair. */
  private static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean isPair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!isPair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
