// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Converts YAML values to JSON, and finds where in the file a value stands. */
public final class YamlJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,1000}");
  private static final Pattern DECIMAL =
      Pattern.compile(
          "[-+]?(\\.[0-9]{1,1000}|[0-9]{1,1000}(\\.[0-9]{0,1000})?)([eE][-+]?[0-9]{1,4})?");

  private YamlJson() {}

  /** The JSON of a value. */
  public static JsonNode of(YamlValue value) {
    if (value instanceof YamlMapping mapping) {
      ObjectNode object = JSON.objectNode();
      mapping.all().forEach(entry -> object.set(entry.key(), of(entry.value())));
      return object;
    } else if (value instanceof YamlList list) {
      ArrayNode array = JSON.arrayNode();
      list.items().forEach(item -> array.add(of(item)));
      return array;
    }
    return scalar((YamlScalar) value);
  }

  /** A plain scalar by the core schema of YAML 1.2, except for hexadecimal and octal numbers. */
  private static JsonNode scalar(YamlScalar scalar) {
    String text = scalar.text();
    if (scalar.isNull()) {
      return JSON.nullNode();
    } else if (!scalar.isPlain()) {
      return JSON.textNode(text);
    } else if (text.matches("true|True|TRUE|false|False|FALSE")) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    } else if (INTEGER.matcher(text).matches()) {
      return JSON.numberNode(new BigInteger(text.startsWith("+") ? text.substring(1) : text));
    } else if (DECIMAL.matcher(text).matches()) {
      return JSON.numberNode(new BigDecimal(text));
    }
    return JSON.textNode(text);
  }

  /**
   * The keys that lead to a value, as far as they can be followed; for an item of a list its text.
   */
  public static List<String> path(YamlMapping root, List<Reference> steps) {
    List<String> path = new ArrayList<>();
    YamlValue value = root;
    for (Reference step : steps) {
      if (value instanceof YamlMapping mapping && step.getFieldName() != null) {
        path.add(step.getFieldName());
        YamlMapping.Entry entry = mapping.find(step.getFieldName());
        value = entry == null ? mapping : entry.value();
      } else {
        if (value instanceof YamlList list
            && step.getIndex() < list.items().size()
            && list.items().get(step.getIndex()) instanceof YamlScalar item) {
          path.add(item.text());
        }
        break;
      }
    }
    return path;
  }
}
