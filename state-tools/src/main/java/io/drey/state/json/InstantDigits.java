// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

import java.time.YearMonth;

/** Instants as {@code 2024-01-15T10:00:00.000Z}, by civil calendar arithmetic. */
public final class InstantDigits {
  /** Says of a text that it is not in that form; it may be an instant nevertheless. */
  public static final long NOT_SO = -1;

  /** The start of the year 10000. */
  private static final long END = 253_402_300_800_000L;

  private static final int MILLIS_PER_DAY = 86_400_000;
  private static final int LENGTH = "\"2024-01-15T10:00:00.000Z\"".length();

  private InstantDigits() {}

  /**
   * Writes an instant in quotes. Returns the index after it, or {@code at} if the instant is before
   * 1970 or after 9999.
   */
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

  /** Returns the milliseconds since 1970 of a text without quotes, or {@link #NOT_SO}. */
  public static long parse(CharSequence text) {
    if (text.length() != LENGTH - 2 || !hasMarks(text)) {
      return NOT_SO;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 2);
    int day = number(text, 8, 2);
    int hour = number(text, 11, 2);
    int minute = number(text, 14, 2);
    int second = number(text, 17, 2);
    int milli = number(text, 20, 3);
    boolean isTime = hour >= 0 && hour < 24 && isBelow60(minute) && isBelow60(second) && milli >= 0;
    if (!isTime || !isDate(year, month, day)) {
      return NOT_SO;
    }
    return epochDay(year, month, day) * MILLIS_PER_DAY
        + ((hour * 60L + minute) * 60 + second) * 1000
        + milli;
  }

  private static boolean hasMarks(CharSequence text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && text.charAt(19) == '.'
        && text.charAt(23) == 'Z';
  }

  /** Returns the number that digits stand for; negative if they are none. */
  private static int number(CharSequence text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static boolean isBelow60(int number) {
    return number >= 0 && number < 60;
  }

  private static boolean isDate(int year, int month, int day) {
    return year >= 1970
        && month >= 1
        && month <= 12
        && day >= 1
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  /** The reverse of {@link #date}. */
  private static long epochDay(int year, int month, int day) {
    int ofMarch = month <= 2 ? year - 1 : year;
    int yearOfEra = ofMarch % 400;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return ofMarch / 400 * 146_097L + dayOfEra - 719_468;
  }
}
