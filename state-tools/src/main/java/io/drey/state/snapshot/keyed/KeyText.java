// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.BigDecSerializer;
import org.apache.flink.api.common.typeutils.base.BigIntSerializer;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.api.common.typeutils.base.ByteSerializer;
import org.apache.flink.api.common.typeutils.base.DoubleSerializer;
import org.apache.flink.api.common.typeutils.base.FloatSerializer;
import org.apache.flink.api.common.typeutils.base.InstantSerializer;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.LocalDateSerializer;
import org.apache.flink.api.common.typeutils.base.LocalDateTimeSerializer;
import org.apache.flink.api.common.typeutils.base.LocalTimeSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.ShortSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Parses keys of one type as users write them. */
record KeyText<T>(Function<String, T> reading, TypeSerializer<T> serializer) {
  private static final Map<ValueType, KeyText<?>> BY_TYPE =
      Map.ofEntries(
          Map.entry(
              StringType.STRING, new KeyText<>(Function.identity(), StringSerializer.INSTANCE)),
          Map.entry(Scalar.BOOLEAN, new KeyText<>(KeyText::bool, BooleanSerializer.INSTANCE)),
          Map.entry(Scalar.BYTE, new KeyText<>(Byte::valueOf, ByteSerializer.INSTANCE)),
          Map.entry(Scalar.SHORT, new KeyText<>(Short::valueOf, ShortSerializer.INSTANCE)),
          Map.entry(Scalar.INT, new KeyText<>(Integer::valueOf, IntSerializer.INSTANCE)),
          Map.entry(Scalar.LONG, new KeyText<>(Long::valueOf, LongSerializer.INSTANCE)),
          Map.entry(Scalar.FLOAT, new KeyText<>(Float::valueOf, FloatSerializer.INSTANCE)),
          Map.entry(Scalar.DOUBLE, new KeyText<>(Double::valueOf, DoubleSerializer.INSTANCE)),
          Map.entry(BigNumber.INTEGER, new KeyText<>(BigInteger::new, BigIntSerializer.INSTANCE)),
          Map.entry(BigNumber.DECIMAL, new KeyText<>(BigDecimal::new, BigDecSerializer.INSTANCE)),
          Map.entry(Scalar.INSTANT, new KeyText<>(Instant::parse, InstantSerializer.INSTANCE)),
          Map.entry(
              Scalar.LOCAL_DATE, new KeyText<>(LocalDate::parse, LocalDateSerializer.INSTANCE)),
          Map.entry(
              Scalar.LOCAL_TIME, new KeyText<>(LocalTime::parse, LocalTimeSerializer.INSTANCE)),
          Map.entry(
              Scalar.LOCAL_DATE_TIME,
              new KeyText<>(LocalDateTime::parse, LocalDateTimeSerializer.INSTANCE)));

  /** Returns the parser of a type's keys; null if their text form or their hash is not known. */
  static @Nullable KeyText<?> of(ValueType type) {
    return BY_TYPE.get(LogicalType.plain(type));
  }

  T parse(ValueType type, String text) {
    try {
      return reading.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Invalid key: must be of type " + type.text() + " but was '" + text + "'", e);
    }
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }
}
