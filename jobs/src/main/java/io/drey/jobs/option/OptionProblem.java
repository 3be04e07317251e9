// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.YamlList;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.util.List;

/**
 * An error or warning that an option record finds in its own values.
 *
 * @param path the keys that lead to it, outermost first; the last may be an item of a list
 */
public record OptionProblem(List<String> path, String message) {
  /** The position in the value that the record is bound from: of a text, or else of its key. */
  public Position in(YamlValue options) {
    YamlValue value = options;
    Position at = options.at();
    for (String key : path) {
      YamlMapping.Entry entry = value instanceof YamlMapping mapping ? mapping.find(key) : null;
      if (entry == null) {
        return value instanceof YamlList list ? item(list, key) : at;
      }
      value = entry.value();
      at = value instanceof YamlScalar ? value.at() : entry.at();
    }
    return at;
  }

  private static Position item(YamlList list, String text) {
    return list.items().stream()
        .filter(item -> item instanceof YamlScalar scalar && scalar.text().equals(text))
        .findFirst()
        .map(YamlValue::at)
        .orElse(list.at());
  }
}
