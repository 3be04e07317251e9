// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks a manifest as a strict Kubernetes API server does: unknown keys and wrong types are
 * errors.
 *
 * @param schema of a version in a custom resource definition
 */
record CustomResource(JsonNode schema) {
  /** What is wrong, with its place. */
  List<String> problems(JsonNode manifest) {
    List<String> problems = new ArrayList<>();
    for (String part : new String[] {"apiVersion", "kind", "metadata"}) {
      if (!manifest.has(part)) {
        problems.add(part + ": missing");
      }
    }
    check("spec", manifest.path("spec"), schema.path("properties").path("spec"), problems);
    return problems;
  }

  private static void check(String at, JsonNode value, JsonNode type, List<String> problems) {
    if (isOpen(type)) {
      return;
    }
    if (!is(value, type)) {
      problems.add(at + ": must be " + type.path("type").asText() + " but was " + value);
      return;
    }
    JsonNode words = type.path("enum");
    if (words.isArray() && !contains(words, value)) {
      problems.add(at + ": must be one of " + words + " but was " + value);
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(at + "[" + i + "]", value.get(i), type.path("items"), problems);
      }
    }
    if (value.isObject()) {
      checkMembers(at, value, type, problems);
    }
  }

  private static void checkMembers(
      String at, JsonNode value, JsonNode type, List<String> problems) {
    for (JsonNode name : type.path("required")) {
      if (!value.has(name.asText())) {
        problems.add(at + "." + name.asText() + ": missing");
      }
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      JsonNode known = type.path("properties").path(member.getKey());
      JsonNode any = type.path("additionalProperties");
      if (!known.isMissingNode()) {
        check(at + "." + member.getKey(), member.getValue(), known, problems);
      } else if (any.isObject()) {
        check(at + "." + member.getKey(), member.getValue(), any, problems);
      } else {
        problems.add(at + "." + member.getKey() + ": unknown");
      }
    }
  }

  private static boolean isOpen(JsonNode type) {
    return type.path("x-kubernetes-preserve-unknown-fields").asBoolean();
  }

  private static boolean is(JsonNode value, JsonNode type) {
    if (type.path("x-kubernetes-int-or-string").asBoolean()) {
      return value.isTextual() || value.isIntegralNumber();
    }
    return switch (type.path("type").asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> true;
    };
  }

  private static boolean contains(JsonNode words, JsonNode value) {
    for (JsonNode word : words) {
      if (word.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
