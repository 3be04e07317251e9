// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event.time;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Instants as text. */
public final class InstantText {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private InstantText() {}

  /**
   * Reads ISO-8601 with an offset, as {@link EventTime#iso} does.
   *
   * @return null if the text is not an instant, or is beyond the range of milliseconds
   */
  public static @Nullable Instant parse(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return IsoInstant.parse(utf8, 0, utf8.length, null);
  }

  /** ISO-8601 in UTC with three decimals: {@code 2024-01-15T10:00:00.000Z}. */
  public static String ofMillis(long epochMillis) {
    return MILLIS.format(Instant.ofEpochMilli(epochMillis));
  }
}
