// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;
import org.jspecify.annotations.Nullable;

/** Converts a scalar to Flink's internal data structure of one type. */
interface Conversion {
  Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
  Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

  /** Returns null if the value does not fit. */
  @Nullable Object of(Object value);

  /** Returns the conversion to a type. */
  static Conversion of(LogicalType type) {
    return switch (type.getTypeRoot()) {
      case BOOLEAN -> value -> value instanceof Boolean ? value : null;
      case TINYINT -> value -> value instanceof Long n && n == n.byteValue() ? n.byteValue() : null;
      case SMALLINT ->
          value -> value instanceof Long n && n == n.shortValue() ? n.shortValue() : null;
      case INTEGER -> value -> value instanceof Long n && n == n.intValue() ? n.intValue() : null;
      case BIGINT -> value -> value instanceof Long ? value : null;
      case FLOAT -> value -> value instanceof Float ? value : null;
      case DOUBLE -> value -> value instanceof Double ? value : null;
      case DECIMAL -> value -> decimal(value, (DecimalType) type);
      case DATE -> value -> value instanceof LocalDate date ? day(date.toEpochDay()) : null;
      case TIME_WITHOUT_TIME_ZONE ->
          value -> value instanceof LocalTime time ? (int) (time.toNanoOfDay() / 1_000_000) : null;
      case TIMESTAMP_WITHOUT_TIME_ZONE ->
          value ->
              value instanceof LocalDateTime time ? TimestampData.fromLocalDateTime(time) : null;
      case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> Conversion::instant;
      case VARBINARY -> value -> value instanceof byte[] ? value : null;
      default -> Texts::of;
    };
  }

  private static @Nullable Object day(long day) {
    return day == (int) day ? (int) day : null;
  }

  private static @Nullable Object instant(Object value) {
    if (value instanceof Instant instant) {
      boolean fits = !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
      return fits ? TimestampData.fromInstant(instant) : null;
    }
    return value instanceof TimestampData ? value : null;
  }

  private static @Nullable Object decimal(Object value, DecimalType type) {
    if (value instanceof BigInteger integer) {
      return decimal(new BigDecimal(integer), type);
    }
    return value instanceof BigDecimal decimal ? decimal(decimal, type) : null;
  }

  private static @Nullable Object decimal(BigDecimal number, DecimalType type) {
    // the time to count digits grows with the square of their number
    if (number.unscaledValue().bitLength() > 32_000) {
      return null;
    }
    BigDecimal bounded = number;
    long wholeDigits = (long) number.precision() - number.scale();
    if (number.signum() == 0 || wholeDigits < -DecimalType.MAX_PRECISION) {
      // an exponent may expand to gigabytes of zeros
      bounded = BigDecimal.ZERO;
    } else if (wholeDigits > DecimalType.MAX_PRECISION) {
      return null;
    }
    return DecimalData.fromBigDecimal(bounded, type.getPrecision(), type.getScale());
  }
}
