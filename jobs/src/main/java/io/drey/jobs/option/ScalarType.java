package io.drey.jobs.option;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of option that is written as one scalar.
 *
 * @param name what a table of options calls it
 * @param rule how a message goes on after "must be"
 * @param json the JSON types an editor accepts
 * @param pattern what its text must match; null where any will do
 * @param words the only texts there are; empty where there are more
 * @param parse throws IllegalArgumentException for a text that breaks the rule
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

  /** The type's description, or null if it is written in some other way. */
  static @Nullable ScalarType find(Class<?> type) {
    return type.isEnum() ? EnumWords.type(type) : ScalarTypes.find(type);
  }
}
