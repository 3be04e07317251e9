// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of option that is written as one scalar.
 *
 * @param name the name of the type in tables of options
 * @param rule what follows "must be" in a message
 * @param json the JSON types an editor accepts
 * @param pattern the pattern of its text; null if any text is valid
 * @param words the only valid texts; empty if there are others
 * @param parse throws IllegalArgumentException for a text that violates the rule
 */
record ScalarType(
    String name,
    String rule,
    List<String> json,
    @Nullable String pattern,
    List<String> words,
    Function<String, Object> parse) {

  ScalarType(
      String name,
      String rule,
      List<String> json,
      @Nullable String pattern,
      Function<String, Object> parse) {
    this(name, rule, json, pattern, List.of(), parse);
  }

  /** The type's description; null if it is not written as a scalar. */
  static @Nullable ScalarType find(Class<?> type) {
    return type.isEnum() ? EnumWords.type(type) : ScalarTypes.find(type);
  }
}
