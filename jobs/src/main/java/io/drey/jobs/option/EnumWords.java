// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import java.util.Arrays;
import java.util.List;

/** Enums as pipeline files write them: {@code event-time} for {@code EVENT_TIME}. */
final class EnumWords {
  private EnumWords() {}

  static ScalarType type(Class<?> type) {
    List<String> words = of(type);
    return new ScalarType(
        String.join(" | ", words),
        "one of " + String.join(", ", words),
        List.of("string"),
        null,
        words,
        text -> constant(type, text));
  }

  static List<String> of(Class<?> type) {
    return Arrays.stream(constants(type)).map(Kebab::of).toList();
  }

  private static Enum<?> constant(Class<?> type, String text) {
    return Arrays.stream(constants(type))
        .filter(constant -> Kebab.of(constant).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Invalid word: " + text));
  }

  private static Enum<?>[] constants(Class<?> type) {
    return (Enum<?>[]) type.getEnumConstants();
  }
}
