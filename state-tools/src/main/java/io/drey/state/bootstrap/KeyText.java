// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.operators.event.JsonText;
import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The texts of keys of pipeline steps: the canonical JSON of a field, or of several in order.
 *
 * @param fields the fields of the key; null if they are not known
 */
record KeyText(@Nullable List<String> fields) {
  /**
   * Returns the text that events with a key carry.
   *
   * @throws InvalidRowException if no event has such a key
   */
  String of(@Nullable Object key) {
    check(key);
    if (!(key instanceof List<?> parts)) {
      return part(key);
    }
    StringJoiner text = new StringJoiner(",", "[", "]");
    parts.forEach(each -> text.add(part(each)));
    return text.toString();
  }

  private void check(@Nullable Object key) {
    if (fields == null) {
      return;
    }
    int parts = key instanceof List<?> list ? list.size() : -1;
    if (fields.size() == 1 ? parts >= 0 : parts != fields.size()) {
      throw new InvalidRowException(
          fields.size() == 1
              ? "Invalid key: must be one value, of " + fields.get(0) + ", but was an array"
              : "Invalid key: must be an array of the values of " + String.join(", ", fields));
    }
  }

  private static String part(@Nullable Object value) {
    if (value instanceof String string) {
      StringBuilder quoted = new StringBuilder();
      JsonText.quote(string, quoted);
      return quoted.toString();
    }
    if (value instanceof Number number) {
      return JsonText.number(new BigDecimal(number.toString()));
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    throw new InvalidRowException(
        "Invalid key: must be a string, a number or a boolean, or an array of these for a key of"
            + " several fields, but was "
            + (value == null ? "null" : "an object"));
  }
}
