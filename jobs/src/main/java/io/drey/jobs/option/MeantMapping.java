// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.util.List;

/** The mapping that a word in its place was probably meant to be. */
final class MeantMapping {
  private MeantMapping() {}

  /** That of the option which the word names, or of the one that must be given; or nothing. */
  static String of(Class<?> options, YamlValue value) {
    if (!(value instanceof YamlScalar scalar) || !scalar.text().matches("[\\w.-]+")) {
      return "";
    }
    String word = scalar.text();
    List<OptionField> fields = OptionField.of(options);
    if (fields.stream().anyMatch(field -> field.key().equals(word))) {
      return " like {" + word + ": …}";
    }
    return fields.stream()
        .filter(OptionField::mandatory)
        .findFirst()
        .map(field -> " like {" + field.key() + ": " + word + "}")
        .orElse("");
  }
}
