// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import static java.util.Map.entry;

import io.drey.jobs.text.DurationText;
import io.drey.jobs.text.SizeText;
import io.drey.operators.event.FieldPath;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.configuration.MemorySize;
import org.jspecify.annotations.Nullable;

/** The types of option that are written as one scalar. */
final class ScalarTypes {
  /** The JSON types that an unquoted scalar may have. */
  static final List<String> ANY_SCALAR = List.of("string", "number", "boolean");

  private static final Map<Class<?>, ScalarType> TYPES =
      Map.ofEntries(
          entry(String.class, new ScalarType("text", "text", ANY_SCALAR, null, text -> text)),
          entry(
              Boolean.class,
              new ScalarType(
                  "boolean", "true or false", List.of("boolean"), null, ScalarTypes::truth)),
          entry(Integer.class, whole(Integer::valueOf)),
          entry(Long.class, whole(Long::valueOf)),
          entry(
              Double.class,
              new ScalarType("number", "a number", List.of("number"), null, ScalarTypes::number)),
          entry(
              Duration.class,
              new ScalarType(
                  "duration",
                  "a duration like 30s or PT10M",
                  List.of("string"),
                  "^(" + DurationText.PATTERN + "|[Pp].+)$",
                  DurationText::parse)),
          entry(
              MemorySize.class,
              new ScalarType(
                  "size",
                  "a size like 64KiB or 1MiB",
                  List.of("string"),
                  "^" + SizeText.PATTERN + "$",
                  SizeText::parse)),
          entry(
              FieldPath.class,
              new ScalarType(
                  "field", "a field like user or user.id", ANY_SCALAR, null, FieldPath::of)));

  private ScalarTypes() {}

  static @Nullable ScalarType find(Class<?> type) {
    return TYPES.get(MethodType.methodType(type).wrap().returnType());
  }

  private static ScalarType whole(Function<String, Object> parse) {
    return new ScalarType("integer", "a whole number", List.of("integer"), null, parse);
  }

  private static Object truth(String text) {
    return switch (text) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> throw new IllegalArgumentException("Invalid boolean: " + text);
    };
  }

  private static Object number(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("Invalid number: " + text);
    }
    return number;
  }
}
