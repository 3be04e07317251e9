// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses constants of an enum from the lower-case words that help, messages and completion show, in
 * any case.
 */
record EnumConverter(List<?> constants) implements ITypeConverter<Object> {
  /** Returns the converters that a type needs besides picocli's own. */
  static ITypeConverter<?>[] of(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    return constants == null
        ? new ITypeConverter<?>[0]
        : new ITypeConverter<?>[] {new EnumConverter(List.of(constants))};
  }

  /** Returns the words that a type has; null if it is no enum. */
  static @Nullable List<String> words(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    return constants == null ? null : Arrays.stream(constants).map(EnumConverter::word).toList();
  }

  @Override
  public Object convert(String text) {
    for (Object constant : constants) {
      if (word(constant).equalsIgnoreCase(text)) {
        return constant;
      }
    }
    throw new TypeConversionException(rule() + " but was '" + text + "'");
  }

  private String rule() {
    return constants.stream()
        .map(EnumConverter::word)
        .collect(Collectors.joining(", ", "must be one of ", ""));
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }
}
