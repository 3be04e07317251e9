// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.MemorySize;

/** Sizes as pipeline files write them: {@code 64KiB}, {@code 1MiB}. */
public final class SizeText {
  /** The pattern of a size, for a schema. */
  public static final String PATTERN = "\\d+(B|KiB|MiB|GiB|TiB)";

  private static final Pattern SIZE = Pattern.compile("(\\d+)(B|KiB|MiB|GiB|TiB)");
  private static final Map<String, Long> UNITS =
      Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40);

  private SizeText() {}

  /**
   * Parses a size.
   *
   * @throws IllegalArgumentException if it is not a size
   */
  public static MemorySize parse(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (matcher.matches()) {
      try {
        long unit = UNITS.getOrDefault(matcher.group(2), 1L);
        return new MemorySize(Math.multiplyExact(Long.parseLong(matcher.group(1)), unit));
      } catch (ArithmeticException | NumberFormatException e) {
        throw new IllegalArgumentException(message(text), e);
      }
    }
    throw new IllegalArgumentException(message(text));
  }

  private static String message(String text) {
    return "Invalid size: must be like 64KiB or 1MiB but was '" + text + "'";
  }
}
