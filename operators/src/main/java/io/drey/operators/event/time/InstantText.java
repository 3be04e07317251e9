// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event.time;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Instants as text. */
public final class InstantText {
  private static final DateTimeFormatter ANY_YEAR =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
  private static final long YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z").toEpochMilli();
  private static final int DAY = 86_400_000;
  private static final byte[] SHAPE = "yyyy-MM-ddTHH:mm:ss.SSSZ".getBytes(ISO_8859_1);

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
    if (epochMillis < YEAR_0 || epochMillis >= YEAR_10000) {
      return ANY_YEAR.format(Instant.ofEpochMilli(epochMillis));
    }
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(epochMillis, DAY));
    int ofDay = Math.floorMod(epochMillis, DAY);
    byte[] text = SHAPE.clone();
    digits(date.getYear(), text, 0, 4);
    digits(date.getMonthValue(), text, 5, 7);
    digits(date.getDayOfMonth(), text, 8, 10);
    digits(ofDay / 3_600_000, text, 11, 13);
    digits(ofDay / 60_000 % 60, text, 14, 16);
    digits(ofDay / 1000 % 60, text, 17, 19);
    digits(ofDay % 1000, text, 20, 23);
    return new String(text, ISO_8859_1);
  }

  private static void digits(int number, byte[] text, int from, int to) {
    int rest = number;
    for (int i = to - 1; i >= from; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
