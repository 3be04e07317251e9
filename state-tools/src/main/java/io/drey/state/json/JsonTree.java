// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into values like those of {@link ValueTree}. */
public final class JsonTree {
  /** Longer integers may not fit a long. */
  private static final int LONGEST = 18;

  /** Made with the first value that is more than a plain text or integer. */
  private static final class Json {
    static final ObjectMapper MAPPER =
        new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  private JsonTree() {}

  /** The value that a text is. */
  public static @Nullable Object of(String json) {
    byte[] utf8 = json.getBytes(UTF_8);
    return of(utf8, 0, utf8.length);
  }

  static @Nullable Object of(byte[] json, int from, int length) {
    byte first = json[from];
    if (first == '"' && isPlain(json, from + 1, from + length - 1)) {
      return new String(json, from + 1, length - 2, UTF_8);
    }
    if (first >= '0' && first <= '9' && length <= LONGEST && isInteger(json, from, from + length)) {
      return integer(json, from, from + length);
    }
    try {
      return normal(Json.MAPPER.readValue(json, from, length, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException("Failed to read a value that is JSON", e);
    }
  }

  private static boolean isPlain(byte[] json, int from, int to) {
    for (int i = from; i < to; i++) {
      if (json[i] == '\\' || json[i] == '"') {
        return false;
      }
    }
    return true;
  }

  private static boolean isInteger(byte[] json, int from, int to) {
    for (int i = from; i < to; i++) {
      if (json[i] < '0' || json[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static Long integer(byte[] json, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + json[i] - '0';
    }
    return number;
  }

  /** Integers as longs, or as decimals beyond these. */
  @SuppressWarnings("unchecked") // the mapper makes no others
  private static @Nullable Object normal(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      ((Map<String, @Nullable Object>) map).replaceAll((name, member) -> normal(member));
    } else if (value instanceof List<?> list) {
      ((List<@Nullable Object>) list).replaceAll(JsonTree::normal);
    } else if (value instanceof Integer integer) {
      return integer.longValue();
    } else if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    return value;
  }
}
