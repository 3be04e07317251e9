// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import java.util.List;
import java.util.Locale;

/**
 * An option of a record as an argument of a command.
 *
 * @param key as in YAML; empty where the record takes the whole value
 * @param type how its value is written, as in {@link OptionRow}
 * @param byDefault as in YAML; empty if there is none
 */
public record Argument(
    String key, String type, String doc, String byDefault, boolean isRequired, ArgumentForm form) {

  /** Returns the arguments of a record: of its keys, not of those of mappings in it. */
  public static List<Argument> of(Class<? extends Record> options) {
    boolean isWhole = OptionField.isWholeValue(options);
    return OptionField.keys(options).stream()
        .map(
            field ->
                new Argument(
                    isWhole ? "" : field.key(),
                    OptionTable.typeName(field.type()),
                    field.doc(),
                    field.byDefault(),
                    field.mandatory(),
                    isWhole ? ArgumentForm.of(options) : ArgumentForm.of(field.type())))
        .toList();
  }

  /** What help calls its value. */
  public String label() {
    if (type.contains(" | ")) {
      return type.replace(" | ", "|");
    }
    return switch (type) {
      case "expression" -> "EXPR";
      case "integer" -> "N";
      case "field or list of fields", "list of field" -> "FIELD,...";
      case "mapping", "mapping or text" -> "YAML";
      default -> type.startsWith("mapping") ? "YAML" : type.toUpperCase(Locale.ROOT);
    };
  }
}
