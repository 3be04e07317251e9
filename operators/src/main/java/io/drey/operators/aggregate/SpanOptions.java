// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where a span of a group's events ends: one of {@code size} and {@code value} is null.
 *
 * @param size how many events it has
 * @param value the value that its events have in common; null is a value like any other
 * @param settings the time domain and the maximum number of groups
 */
public record SpanOptions<T>(
    @Nullable Integer size, @Nullable ValueOf<T, String> value, KeyedSettings settings)
    implements Serializable {
  public SpanOptions {
    if (size != null) {
      checkSize(size);
    }
  }

  /**
   * Checks a number of events.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public static void checkSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("Invalid size: must be at least 1 but was " + size);
    }
  }

  /** Spans of so many events; the last before the end of input may have fewer. */
  public static <T> SpanOptions<T> ofSize(int size) {
    return new SpanOptions<>(size, null, KeyedSettings.EVENT_TIME);
  }

  /** A new span each time the value changes. */
  public static <T> SpanOptions<T> whileSame(ValueOf<T, String> value) {
    return new SpanOptions<>(null, value, KeyedSettings.EVENT_TIME);
  }

  /** A copy with another time domain or maximum number of groups. */
  public SpanOptions<T> with(KeyedSettings other) {
    return new SpanOptions<>(size, value, other);
  }
}
