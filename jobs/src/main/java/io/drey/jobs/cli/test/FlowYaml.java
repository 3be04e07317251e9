// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.jobs.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;

/** Writes JSON as YAML in one line, which people read more easily. */
final class FlowYaml {
  private FlowYaml() {}

  static String of(JsonNode value) {
    if (value.isObject()) {
      List<String> fields = new ArrayList<>();
      value
          .properties()
          .forEach(field -> fields.add(text(field.getKey()) + ": " + of(field.getValue())));
      return "{" + String.join(", ", fields) + "}";
    }
    if (value.isArray()) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(of(item)));
      return "[" + String.join(", ", items) + "]";
    }
    return value.isTextual() ? text(value.textValue()) : value.toString();
  }

  /** Plain only if that is no number. */
  private static String text(String text) {
    String scalar = YamlText.scalar(text);
    boolean isPlain = scalar.equals(text);
    return isPlain && text.matches("[-+.\\d].*") ? "'" + text + "'" : scalar;
  }
}
