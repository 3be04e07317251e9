// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.state.inspect.StateReport;
import io.drey.state.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kind, types and TTL of a state on both sides, as far as they differ. */
final class TypeChange {
  private final Map<String, Object> from;
  private final Map<String, Object> to;

  TypeChange(@Nullable StateReport from, @Nullable StateReport to) {
    Map<String, Object> was = members(from);
    Map<String, Object> is = members(to);
    this.from = without(was, is);
    this.to = without(is, was);
  }

  private static Map<String, Object> members(@Nullable StateReport state) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (state != null) {
      members.put("kind", state.kind());
      members.put("key_type", Objects.requireNonNullElse(state.keyType(), ""));
      members.put("namespace_type", Objects.requireNonNullElse(state.namespaceType(), ""));
      members.put("value_type", state.valueType());
      members.put("ttl", state.hasTtl());
      members.values().removeIf(""::equals);
    }
    return members;
  }

  private static Map<String, Object> without(Map<String, Object> some, Map<String, Object> others) {
    Map<String, Object> rest = new LinkedHashMap<>(some);
    rest.entrySet().removeAll(others.entrySet());
    return rest;
  }

  /** Such as {@code value_type: Long, ttl: true}. */
  String from() {
    return text(from);
  }

  String to() {
    return text(to);
  }

  private static String text(Map<String, Object> members) {
    return members.entrySet().stream()
        .map(member -> member.getKey() + ": " + member.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Writes {@code from} and {@code to}, each unless it is empty. */
  void write(JsonWriter json) {
    write("from", from, json);
    write("to", to, json);
  }

  private static void write(String name, Map<String, Object> members, JsonWriter json) {
    if (members.isEmpty()) {
      return;
    }
    json.name(name);
    json.beginObject();
    members.forEach(
        (member, value) -> {
          json.name(member);
          if (value instanceof Boolean flag) {
            json.bool(flag);
          } else {
            json.text(value.toString());
          }
        });
    json.endObject();
  }
}
