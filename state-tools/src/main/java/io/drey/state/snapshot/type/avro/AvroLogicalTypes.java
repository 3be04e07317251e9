// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.avro;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.Times;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.sql.SqlScalar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
      case "long time-micros" -> time("LocalTime", in -> ofDay(in.readLong()));
      case "long timestamp-millis" ->
          new Scalar("Instant", Long.BYTES, (in, json) -> json.instant(in.readLong()));
      case "long timestamp-micros" -> time("Instant", in -> instant(in, ChronoUnit.MICROS));
      case "long timestamp-nanos" -> time("Instant", in -> instant(in, ChronoUnit.NANOS));
      case "long local-timestamp-millis" -> local(ChronoUnit.MILLIS);
      case "long local-timestamp-micros" -> local(ChronoUnit.MICROS);
      case "long local-timestamp-nanos" -> local(ChronoUnit.NANOS);
      case "bytes decimal" -> new AvroDecimal(-1, schema.path("scale").asInt());
      case "fixed decimal" ->
          new AvroDecimal(schema.path("size").asInt(), schema.path("scale").asInt());
      default -> null;
    };
  }

  private static ValueType time(String text, Times.Reading reading) {
    return new Scalar(text, Long.BYTES, (in, json) -> Times.text(in, json, reading));
  }

  private static ValueType local(ChronoUnit unit) {
    return time("LocalDateTime", in -> LocalDateTime.ofInstant(instant(in, unit), ZoneOffset.UTC));
  }

  private static LocalTime ofDay(long micros) {
    return LocalTime.ofNanoOfDay(Math.min(Long.MAX_VALUE / 1000, micros) * 1000);
  }

  private static Instant instant(ByteReader in, ChronoUnit unit) {
    return Instant.EPOCH.plus(in.readLong(), unit);
  }
}
