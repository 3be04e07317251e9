// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.NullableType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.UnfitValueException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes values fit a type: numbers of other sizes, texts that are numbers, numbers as texts. A
 * number that the type cannot hold is refused; null stays null.
 */
public final class Casts {
  private static final Map<ValueType, Conversion> SCALARS =
      Map.ofEntries(
          Map.entry(Scalar.BYTE, value -> integer(value, Byte.MIN_VALUE, Byte.MAX_VALUE)),
          Map.entry(Scalar.SHORT, value -> integer(value, Short.MIN_VALUE, Short.MAX_VALUE)),
          Map.entry(Scalar.INT, value -> integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE)),
          Map.entry(Scalar.LONG, Casts::whole),
          Map.entry(Scalar.FLOAT, Casts::toFloat),
          Map.entry(Scalar.DOUBLE, Casts::toDouble),
          Map.entry(BigNumber.INTEGER, Casts::bigInteger),
          Map.entry(BigNumber.DECIMAL, Casts::bigDecimal),
          Map.entry(Scalar.BOOLEAN, Casts::bool),
          Map.entry(StringType.STRING, Casts::text));

  private Casts() {}

  /** The conversion of any values to those of a type, as far as they can be. */
  public static Conversion to(ValueType type) {
    if (type instanceof NullableType nullable) {
      return to(nullable.value());
    }
    if (type instanceof SequenceType list) {
      return Conversion.ofElements(to(list.element()));
    }
    if (type instanceof MapType map) {
      return Conversion.ofMapValues(to(map.value()));
    }
    Conversion cast = type instanceof LogicalType ? null : SCALARS.get(type);
    return cast == null ? Conversion.NONE : value -> value == null ? null : cast.of(value);
  }

  /** The type that a plan casts one type to, to get another one; empty if no cast does. */
  public static Optional<String> textOf(ValueType old, ValueType wanted) {
    String text = wanted.text();
    boolean isCast =
        TypeText.isType(text)
            && TypeText.parse(text).equals(wanted)
            && wanted.equals(Castable.result(old, wanted));
    return isCast ? Optional.of(text) : Optional.empty();
  }

  private static Object integer(@Nullable Object value, long least, long most) {
    BigDecimal number = number(value);
    if (number != null) {
      try {
        long integer = number.longValueExact();
        if (integer >= least && integer <= most) {
          return integer;
        }
      } catch (ArithmeticException e) {
        throw notWhole(value, least, most);
      }
    }
    throw notWhole(value, least, most);
  }

  private static UnfitValueException notWhole(@Nullable Object value, long least, long most) {
    return new UnfitValueException("a whole number from " + least + " to " + most, value);
  }

  /** A whole number, or the milliseconds of an instant. */
  private static Object whole(@Nullable Object value) {
    if (value instanceof String text && text.indexOf('T') > 0) {
      try {
        Instant instant = Instant.parse(text);
        if (instant.equals(Instant.ofEpochMilli(instant.toEpochMilli()))) {
          return instant.toEpochMilli();
        }
      } catch (DateTimeException | ArithmeticException e) {
        throw notWhole(value, Long.MIN_VALUE, Long.MAX_VALUE);
      }
    }
    return integer(value, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static Object toDouble(@Nullable Object value) {
    return value instanceof Float || value instanceof Double
        ? ((Number) value).doubleValue()
        : real(value, Double.MAX_VALUE);
  }

  private static Object toFloat(@Nullable Object value) {
    double number = value instanceof Double real ? real : real(value, Float.MAX_VALUE);
    float rounded = (float) number;
    if (Float.isInfinite(rounded) && !Double.isInfinite(number)) {
      throw new UnfitValueException(
          "a number from " + -Float.MAX_VALUE + " to " + Float.MAX_VALUE, value);
    }
    if (value instanceof Long whole && (long) rounded != whole) {
      throw new UnfitValueException("a number that a Float holds exactly", value);
    }
    return rounded;
  }

  private static double real(@Nullable Object value, double most) {
    if (value instanceof Float number) {
      return number;
    }
    if (value instanceof String text && text.matches("NaN|-?Infinity")) {
      return Double.parseDouble(text);
    }
    BigDecimal number = number(value);
    if (number == null || number.abs().compareTo(new BigDecimal(most)) > 0) {
      throw new UnfitValueException("a number from " + -most + " to " + most, value);
    }
    double real = number.doubleValue();
    if (number.scale() <= 0 && new BigDecimal(real).compareTo(number) != 0) {
      throw new UnfitValueException("a number that a Double holds exactly", value);
    }
    return real;
  }

  private static Object bigInteger(@Nullable Object value) {
    BigDecimal number = number(value);
    try {
      if (number != null) {
        return new BigDecimal(number.toBigIntegerExact());
      }
    } catch (ArithmeticException e) {
      throw new UnfitValueException("a whole number", value);
    }
    throw new UnfitValueException("a whole number", value);
  }

  private static Object bigDecimal(@Nullable Object value) {
    BigDecimal number = number(value);
    if (number == null) {
      throw new UnfitValueException("a number", value);
    }
    return number;
  }

  /** A number, or a text that is one; else null. */
  private static @Nullable BigDecimal number(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof Long whole) {
      return BigDecimal.valueOf(whole);
    }
    if (!(value instanceof Number || value instanceof String)) {
      return null;
    }
    try {
      return new BigDecimal(value.toString());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Object bool(@Nullable Object value) {
    if (value instanceof Boolean) {
      return value;
    }
    if ("true".equals(value) || "false".equals(value)) {
      return "true".equals(value);
    }
    throw new UnfitValueException("true or false", value);
  }

  private static Object text(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    throw new UnfitValueException("a text, a number or a boolean", value);
  }
}
