// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query.data;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.flink.table.data.StringData;

/** Values that are JSON, as scalars: a string stands for its content. */
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static boolean isNull(byte[] bytes, int from) {
    return bytes[from] == 'n';
  }

  /** The content of a JSON string, or else the JSON. */
  static StringData text(byte[] bytes, int from, int length) {
    if (bytes[from] != '"') {
      return copied(bytes, from, length);
    }
    for (int i = from; i < from + length; i++) {
      if (bytes[i] == '\\') {
        return unescaped(Arrays.copyOfRange(bytes, from, from + length));
      }
    }
    return copied(bytes, from + 1, length - 2);
  }

  /** Copies bytes of a buffer that is used again. */
  static StringData copied(byte[] utf8, int from, int length) {
    return StringData.fromBytes(Arrays.copyOfRange(utf8, from, from + length));
  }

  private static StringData unescaped(byte[] string) {
    try {
      return StringData.fromString(MAPPER.readValue(string, String.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
