// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event.time;

import io.drey.operators.event.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads instants from decimal numbers, exactly, rounded down to the nanosecond. */
final class DecimalInstant {
  private static final long[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };
  private static final int NANO_DECIMALS = 9;
  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

  /** No real instant has more digits before the point, or more zeros after it. */
  private static final int MAX_MAGNITUDE = 40;

  private DecimalInstant() {}

  /** The number of decimals of a second that a unit has. */
  static int decimals(TimeUnit unit) {
    return switch (unit) {
      case SECONDS -> 0;
      case MILLISECONDS -> 3;
      case MICROSECONDS -> 6;
      case NANOSECONDS -> 9;
      case MINUTES, HOURS, DAYS ->
          throw new IllegalArgumentException(
              "Invalid unit: must be seconds, milliseconds, microseconds or nanoseconds but was "
                  + unit);
    };
  }

  static @Nullable Instant of(JsonValue number, int decimals) {
    Instant plain = ofPlain(number.json(), number.from(), number.to(), decimals);
    if (plain != null) {
      return plain;
    }
    BigDecimal exact = number.number();
    return exact == null ? null : ofExact(exact, decimals);
  }

  private static @Nullable Instant ofExact(BigDecimal number, int decimals) {
    long magnitude = (long) number.precision() - number.scale();
    if (number.signum() == 0 || magnitude < -MAX_MAGNITUDE) {
      return EventTime.instant(0, Math.min(number.signum(), 0));
    }
    if (magnitude > MAX_MAGNITUDE) {
      return null;
    }
    BigInteger nanos =
        number
            .scaleByPowerOfTen(NANO_DECIMALS - decimals)
            .setScale(0, RoundingMode.FLOOR)
            .toBigInteger();
    BigInteger[] parts = nanos.divideAndRemainder(NANOS_PER_SECOND);
    return parts[0].bitLength() < Long.SIZE
        ? EventTime.instant(parts[0].longValue(), parts[1].longValue())
        : null;
  }

  /** The instant of a text {@code -?[0-9]+(\.[0-9]+)?} unless it has too many digits; else null. */
  static @Nullable Instant ofPlain(byte[] text, int from, int to, int decimals) {
    boolean negative = from < to && text[from] == '-';
    int first = negative ? from + 1 : from;
    long units = 0;
    int at = first;
    while (at < to && isDigit(text[at])) {
      int digit = text[at] - '0';
      if (units > (Long.MAX_VALUE - digit) / 10) {
        return null;
      }
      units = units * 10 + digit;
      at++;
    }
    if (at == first || (at < to && !isFraction(text, at, to))) {
      return null;
    }
    long perSecond = POWERS[decimals];
    long nanos = units % perSecond * POWERS[NANO_DECIMALS - decimals];
    nanos += fraction(text, at + 1, to, NANO_DECIMALS - decimals, negative);
    long seconds = units / perSecond;
    return negative ? EventTime.instant(-seconds, -nanos) : EventTime.instant(seconds, nanos);
  }

  private static boolean isFraction(byte[] text, int point, int to) {
    for (int i = point + 1; i < to; i++) {
      if (!isDigit(text[i])) {
        return false;
      }
    }
    return text[point] == '.' && point + 1 < to;
  }

  /** Reads up to this many digits; for a negative number, further digits round it down. */
  private static long fraction(byte[] text, int from, int to, int width, boolean negative) {
    long value = 0;
    for (int i = from; i < from + width; i++) {
      value = value * 10 + (i < to ? text[i] - '0' : 0);
    }
    for (int i = from + width; negative && i < to; i++) {
      if (text[i] != '0') {
        return value + 1;
      }
    }
    return value;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
