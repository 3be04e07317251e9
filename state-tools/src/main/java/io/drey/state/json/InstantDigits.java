// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

/** Writes instants as {@code "2024-01-15T10:00:00.000Z"}, by civil calendar arithmetic. */
final class InstantDigits {
  /** The start of the year 10000. */
  private static final long END = 253_402_300_800_000L;

  private static final int MILLIS_PER_DAY = 86_400_000;
  private static final int LENGTH = "\"2024-01-15T10:00:00.000Z\"".length();

  private InstantDigits() {}

  /** Returns the index after it, or {@code at} if the instant is before 1970 or after 9999. */
  static int write(long millis, byte[] target, int at) {
    if (millis < 0 || millis >= END) {
      return at;
    }
    int day = (int) (millis / MILLIS_PER_DAY);
    int milli = (int) (millis % MILLIS_PER_DAY);
    target[at] = '"';
    date(day, target, at + 1);
    target[at + 11] = 'T';
    Digits.pad(milli / 3_600_000, 2, target, at + 12);
    target[at + 14] = ':';
    Digits.pad(milli / 60_000 % 60, 2, target, at + 15);
    target[at + 17] = ':';
    Digits.pad(milli / 1000 % 60, 2, target, at + 18);
    target[at + 20] = '.';
    Digits.pad(milli % 1000, 3, target, at + 21);
    target[at + 24] = 'Z';
    target[at + 25] = '"';
    return at + LENGTH;
  }

  /** Counts years from March on, so that the leap day is the last of a year. */
  private static void date(int epochDay, byte[] target, int at) {
    int day = epochDay + 719_468;
    int era = day / 146_097;
    int dayOfEra = day % 146_097;
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shifted = (5 * dayOfYear + 2) / 153;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    Digits.pad(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4, target, at);
    target[at + 4] = '-';
    Digits.pad(month, 2, target, at + 5);
    target[at + 7] = '-';
    Digits.pad(dayOfYear - (153 * shifted + 2) / 5 + 1, 2, target, at + 8);
  }
}
