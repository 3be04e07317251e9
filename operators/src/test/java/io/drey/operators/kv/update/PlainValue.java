// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as nulls, strings, booleans, big numbers, lists and maps. */
final class PlainValue {
  private PlainValue() {}

  static @Nullable Object of(JsonNode node) {
    if (node.isObject()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      node.fieldNames().forEachRemaining(name -> map.put(name, of(node.get(name))));
      return map;
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(element -> list.add(of(element)));
      return list;
    }
    if (node.isNumber()) {
      return node.isIntegralNumber() ? node.bigIntegerValue() : node.decimalValue();
    }
    return node.isNull() ? null : node.isTextual() ? node.textValue() : (Object) node.asBoolean();
  }

  static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof Map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map(value).forEach((name, field) -> copy.put(name, copy(field)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(copy(element)));
      return copy;
    }
    return value;
  }

  /** A text that equal values share, and no others. */
  static String comparable(@Nullable Object value) {
    if (value instanceof Map) {
      List<String> fields = new ArrayList<>();
      map(value).forEach((name, field) -> fields.add("<" + name + ">" + comparable(field)));
      fields.sort(null);
      return "{" + fields + "}";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(PlainValue::comparable).toList().toString();
    }
    if (value instanceof Number number) {
      return "#" + new BigDecimal(number.toString()).stripTrailingZeros();
    }
    return value instanceof String text ? "<" + text + ">" : String.valueOf(value);
  }

  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> map(@Nullable Object value) {
    return (Map<String, @Nullable Object>) requireNonNull(value);
  }
}
