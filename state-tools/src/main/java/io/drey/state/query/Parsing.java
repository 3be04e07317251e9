// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;
import org.jspecify.annotations.Nullable;

/** Converts the text of a scalar, as written in JSON, to Flink's internal data structure. */
interface Parsing {
  /**
   * Parses a scalar.
   *
   * @return null if the value does not fit
   * @throws RuntimeException if the text is not such a value
   */
  @Nullable Object parse(String text);

  /** Returns the parser of a type. */
  static Parsing of(LogicalType type) {
    return switch (type.getTypeRoot()) {
      case BOOLEAN -> Boolean::valueOf;
      case TINYINT -> Byte::valueOf;
      case SMALLINT -> Short::valueOf;
      case INTEGER -> Integer::valueOf;
      case BIGINT -> Long::valueOf;
      case FLOAT -> Float::valueOf;
      case DOUBLE -> Double::valueOf;
      case DECIMAL -> text -> decimal(text, (DecimalType) type);
      case DATE -> text -> (int) LocalDate.parse(text).toEpochDay();
      case TIME_WITHOUT_TIME_ZONE -> Parsing::time;
      case TIMESTAMP_WITHOUT_TIME_ZONE ->
          text -> TimestampData.fromLocalDateTime(LocalDateTime.parse(text));
      case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> Parsing::instant;
      case VARBINARY -> Base64.getDecoder()::decode;
      default -> StringData::fromString;
    };
  }

  /** Parses an instant, which is a number unless its year has four digits. */
  private static Object instant(String text) {
    return text.endsWith("Z")
        ? TimestampData.fromInstant(Instant.parse(text))
        : TimestampData.fromEpochMillis(Long.parseLong(text));
  }

  private static Object time(String text) {
    return (int) (LocalTime.parse(text).toNanoOfDay() / 1_000_000);
  }

  private static @Nullable Object decimal(String text, DecimalType type) {
    // the time to parse a number grows with the square of its length
    if (text.length() > 10_000) {
      return null;
    }
    BigDecimal number = new BigDecimal(text);
    long wholeDigits = (long) number.precision() - number.scale();
    if (number.signum() == 0 || wholeDigits < -DecimalType.MAX_PRECISION) {
      // an exponent may expand to gigabytes of zeros
      number = BigDecimal.ZERO;
    } else if (wholeDigits > DecimalType.MAX_PRECISION) {
      return null;
    }
    return DecimalData.fromBigDecimal(number, type.getPrecision(), type.getScale());
  }
}
