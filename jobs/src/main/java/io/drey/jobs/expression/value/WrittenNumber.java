// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number whose notation matters, or that is too long for arithmetic: it has an exponent, is a
 * negative zero, or is very long. It is copied as written and compared exactly.
 */
final class WrittenNumber extends Number {
  private static final long serialVersionUID = 1L;

  private final String text;

  WrittenNumber(String text) {
    this.text = text;
  }

  /** The number for arithmetic; null if it is not {@link Numbers#isComputable}. */
  @Nullable BigDecimal decimal() {
    if (text.length() > 2 * Numbers.MOST_DIGITS) {
      return null;
    }
    try {
      BigDecimal decimal = new BigDecimal(text);
      return Numbers.isComputable(decimal) ? decimal : null;
    } catch (NumberFormatException exponentTooLarge) {
      return null;
    }
  }

  @Override
  public int intValue() {
    return (int) longValue();
  }

  @Override
  public long longValue() {
    BigDecimal decimal = decimal();
    return decimal == null ? 0 : decimal.longValue();
  }

  @Override
  public float floatValue() {
    return Float.parseFloat(text);
  }

  @Override
  public double doubleValue() {
    return Double.parseDouble(text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WrittenNumber number && number.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
