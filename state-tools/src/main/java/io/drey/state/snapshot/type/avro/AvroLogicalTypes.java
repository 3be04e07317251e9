// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.avro;

import static java.util.Locale.ROOT;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.sql.SqlScalar;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.Times;
import io.drey.state.snapshot.value.UnfitValueException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The logical types of Avro. */
final class AvroLogicalTypes {
  private AvroLogicalTypes() {}

  /** Returns the logical type of a schema; null if it has none. */
  static @Nullable ValueType of(JsonNode schema) {
    String type = schema.path("type").asText();
    return switch (type + " " + schema.path("logicalType").asText()) {
      case "int date" -> SqlScalar.DATE;
      case "int time-millis" -> SqlScalar.TIME;
      case "long time-micros" ->
          time("LocalTime", in -> ofDay(in.readLong()), AvroLogicalTypes::microsOfDay);
      case "long timestamp-millis" -> instants(ChronoUnit.MILLIS);
      case "long timestamp-micros" -> instants(ChronoUnit.MICROS);
      case "long timestamp-nanos" -> instants(ChronoUnit.NANOS);
      case "long local-timestamp-millis" -> local(ChronoUnit.MILLIS);
      case "long local-timestamp-micros" -> local(ChronoUnit.MICROS);
      case "long local-timestamp-nanos" -> local(ChronoUnit.NANOS);
      case "bytes decimal" -> new AvroDecimal(-1, schema.path("scale").asInt());
      case "fixed decimal" ->
          new AvroDecimal(schema.path("size").asInt(), schema.path("scale").asInt());
      default -> null;
    };
  }

  private static ValueType time(
      String text, Times.Reading reading, ToLongFunction<@Nullable Object> encoder) {
    return new Scalar(
        text,
        Long.BYTES,
        (in, json) -> Times.text(in, json, reading),
        (value, out) -> out.writeLong(encoder.applyAsLong(value)));
  }

  private static ValueType instants(ChronoUnit unit) {
    return unit == ChronoUnit.MILLIS
        ? new Scalar(
            "Instant",
            Long.BYTES,
            (in, json) -> json.instant(in.readLong()),
            (value, out) -> out.writeLong(Given.millis(value)))
        : time("Instant", in -> instant(in, unit), value -> since(Given.instant(value), unit));
  }

  private static ValueType local(ChronoUnit unit) {
    return time(
        "LocalDateTime",
        in -> LocalDateTime.ofInstant(instant(in, unit), ZoneOffset.UTC),
        value -> since(localTime(value).toInstant(ZoneOffset.UTC), unit));
  }

  private static LocalDateTime localTime(@Nullable Object value) {
    return Given.time(
        value, LocalDateTime.class, "a time like 2026-01-31T12:00:00", LocalDateTime::parse);
  }

  private static long since(Instant instant, ChronoUnit unit) {
    try {
      long count = unit.between(Instant.EPOCH, instant);
      if (Instant.EPOCH.plus(count, unit).equals(instant)) {
        return count;
      }
    } catch (ArithmeticException e) {
      throw new UnfitValueException("a time that 64 bits can tell", instant);
    }
    throw new UnfitValueException("a time in whole " + unit.toString().toLowerCase(ROOT), instant);
  }

  private static long microsOfDay(@Nullable Object value) {
    LocalTime time = Given.time(value, LocalTime.class, "a time like 12:00:00", LocalTime::parse);
    return time.toNanoOfDay() / 1000;
  }

  private static LocalTime ofDay(long micros) {
    return LocalTime.ofNanoOfDay(Math.min(Long.MAX_VALUE / 1000, micros) * 1000);
  }

  private static Instant instant(ByteReader in, ChronoUnit unit) {
    return Instant.EPOCH.plus(in.readLong(), unit);
  }
}
