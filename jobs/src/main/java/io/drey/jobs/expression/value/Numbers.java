// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import io.drey.operators.event.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Exact numbers: a {@link Long} where the value is an integer that fits one, else a {@link
 * BigDecimal}; {@link WrittenNumber} for a field with an unusual notation. No result is a double;
 * one that is an operand is the decimal that it is written as.
 *
 * <p>Operands and results of arithmetic have up to {@value #MOST_DIGITS} digits before or after the
 * point; beyond that, or if an operand is not a number, the result is null.
 */
public final class Numbers {
  static final int MOST_DIGITS = 1_000;

  private static final int PLAIN_DIGITS = 18;

  private Numbers() {}

  /** The number of a field. */
  public static Number of(JsonValue value) {
    return value.isShortInteger() ? shortInteger(value) : of(value.raw());
  }

  private static Number shortInteger(JsonValue value) {
    long number = value.shortInteger();
    return number == 0 && value.raw().length() > 1 ? new WrittenNumber(value.raw()) : number;
  }

  private static Number of(String text) {
    boolean plain = text.indexOf('e') < 0 && text.indexOf('E') < 0;
    if (!plain || text.length() > MOST_DIGITS) {
      return new WrittenNumber(text);
    }
    BigDecimal decimal = new BigDecimal(text);
    return decimal.signum() == 0 && text.charAt(0) == '-'
        ? new WrittenNumber(text)
        : normal(decimal);
  }

  /** The smallest type for a result; decimal places are preserved. */
  static Number normal(BigDecimal number) {
    BigDecimal decimal = number;
    if (decimal.scale() < 0 && decimal.precision() - (long) decimal.scale() <= PLAIN_DIGITS) {
      decimal = decimal.setScale(0);
    }
    boolean fitsLong = decimal.scale() == 0 && decimal.unscaledValue().bitLength() < Long.SIZE;
    return fitsLong ? (Number) decimal.longValue() : decimal;
  }

  static boolean isComputable(BigDecimal decimal) {
    return decimal.precision() <= MOST_DIGITS && Math.abs((long) decimal.scale()) <= MOST_DIGITS;
  }

  public static boolean isInteger(@Nullable Object value) {
    return value instanceof Long || value instanceof Integer;
  }

  /** The value if it is an integer that fits a long and has the usual notation. */
  public static @Nullable Number integer(@Nullable Object value) {
    return value instanceof Number number && isInteger(number) ? number : null;
  }

  /** The number as a decimal; null if it is no number, or not {@link #isComputable}. */
  static @Nullable BigDecimal decimal(@Nullable Object value) {
    if (value instanceof Number number && isInteger(number)) {
      return BigDecimal.valueOf(number.longValue());
    }
    if (value instanceof WrittenNumber written) {
      return written.decimal();
    }
    if (value instanceof Double || value instanceof Float) {
      return new BigDecimal(value.toString());
    }
    return value instanceof BigDecimal decimal && isComputable(decimal) ? decimal : null;
  }

  /** Exact for any two numbers. */
  public static int compare(Number left, Number right) {
    if (isInteger(left) && isInteger(right)) {
      return Long.compare(left.longValue(), right.longValue());
    }
    BigDecimal l = decimal(left);
    BigDecimal r = decimal(right);
    return l != null && r != null
        ? l.compareTo(r)
        : Magnitude.of(left.toString()).compareTo(Magnitude.of(right.toString()));
  }

  public static @Nullable Number add(@Nullable Object left, @Nullable Object right) {
    return compute(left, right, Math::addExact, BigDecimal::add);
  }

  public static @Nullable Number subtract(@Nullable Object left, @Nullable Object right) {
    return compute(left, right, Math::subtractExact, BigDecimal::subtract);
  }

  public static @Nullable Number multiply(@Nullable Object left, @Nullable Object right) {
    return compute(left, right, Math::multiplyExact, BigDecimal::multiply);
  }

  private static @Nullable Number compute(
      @Nullable Object left,
      @Nullable Object right,
      LongBinaryOperator operation,
      BinaryOperator<BigDecimal> otherwise) {
    Number l = integer(left);
    Number r = integer(right);
    if (l == null || r == null) {
      return compute(left, right, otherwise);
    }
    try {
      return operation.applyAsLong(l.longValue(), r.longValue());
    } catch (ArithmeticException overflow) {
      return compute(left, right, otherwise);
    }
  }

  private static @Nullable Number compute(
      @Nullable Object left, @Nullable Object right, BinaryOperator<BigDecimal> operation) {
    BigDecimal l = decimal(left);
    BigDecimal r = decimal(right);
    return l == null || r == null ? null : bounded(operation.apply(l, r));
  }

  /** The quotient: exact if it has up to 34 digits, else rounded half-even to 34. */
  public static @Nullable Number divide(@Nullable Object left, @Nullable Object right) {
    BigDecimal divisor = decimal(right);
    return divisor == null || divisor.signum() == 0
        ? null
        : compute(left, right, (l, r) -> l.divide(r, MathContext.DECIMAL128));
  }

  /** The remainder, with the dividend's sign. */
  public static @Nullable Number remainder(@Nullable Object left, @Nullable Object right) {
    BigDecimal divisor = decimal(right);
    return divisor == null || divisor.signum() == 0
        ? null
        : compute(left, right, BigDecimal::remainder);
  }

  /**
   * The number with at most that many decimal places, fewer than none for tens and hundreds; null
   * if it is no number.
   */
  public static @Nullable Number round(@Nullable Object value, int places, RoundingMode mode) {
    BigDecimal decimal = decimal(value);
    if (decimal == null) {
      return null;
    }
    return bounded(decimal.scale() <= places ? decimal : decimal.setScale(places, mode));
  }

  /** The number without its sign; null if it is no number. */
  public static @Nullable Number abs(@Nullable Object value) {
    BigDecimal decimal = decimal(value);
    return decimal == null ? null : normal(decimal.abs());
  }

  private static @Nullable Number bounded(BigDecimal result) {
    return isComputable(result) ? normal(result) : null;
  }
}
