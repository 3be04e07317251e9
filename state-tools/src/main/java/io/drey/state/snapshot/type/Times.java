// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Dates and times, whose null is encoded as an impossible date or time. */
public final class Times {
  private static final int NANOS_PER_MILLI = 1_000_000;

  private Times() {}

  static void date(ByteReader in, JsonWriter json) {
    long millis = in.readLong();
    if (millis == Long.MIN_VALUE) {
      json.nullValue();
    } else {
      json.instant(millis);
    }
  }

  static void timestamp(ByteReader in, JsonWriter json) {
    long millis = in.readLong();
    int nanos = in.readInt();
    if (millis == Long.MIN_VALUE) {
      json.nullValue();
    } else if (nanos % NANOS_PER_MILLI == 0) {
      json.instant(millis);
    } else {
      text(in, json, it -> Instant.ofEpochSecond(Math.floorDiv(millis, 1000), nanos));
    }
  }

  static void instant(ByteReader in, JsonWriter json) {
    text(in, json, Times::readInstant);
  }

  static void localDate(ByteReader in, JsonWriter json) {
    text(in, json, Times::readDate);
  }

  static void localTime(ByteReader in, JsonWriter json) {
    text(in, json, Times::readTime);
  }

  static void localDateTime(ByteReader in, JsonWriter json) {
    text(in, json, Times::readDateTime);
  }

  static void window(ByteReader in, JsonWriter json) {
    json.beginObject();
    json.name("start");
    json.instant(in.readLong());
    json.name("end");
    json.instant(in.readLong());
    json.endObject();
  }

  public static @Nullable Instant readInstant(ByteReader in) {
    long second = in.readLong();
    int nanos = in.readInt();
    return second == Long.MIN_VALUE && nanos == Integer.MIN_VALUE
        ? null
        : Instant.ofEpochSecond(second, nanos);
  }

  public static @Nullable LocalDateTime readDateTime(ByteReader in) {
    LocalDate date = readDate(in);
    LocalTime time = readTime(in);
    return date == null || time == null ? null : LocalDateTime.of(date, time);
  }

  public static @Nullable LocalDate readDate(ByteReader in) {
    int year = in.readInt();
    short rest = in.readShort();
    return year == Integer.MIN_VALUE && rest == Short.MIN_VALUE
        ? null
        : LocalDate.of(year, rest >> 8, rest & 0xFF);
  }

  public static @Nullable LocalTime readTime(ByteReader in) {
    byte hour = in.readByte();
    short rest = in.readShort();
    int nanos = in.readInt();
    return hour == Byte.MIN_VALUE && rest == Short.MIN_VALUE && nanos == Integer.MIN_VALUE
        ? null
        : LocalTime.of(hour, rest >> 8, rest & 0xFF, nanos);
  }

  public static int hash(ByteReader in, Reading reading) {
    return Objects.hashCode(read(in, reading));
  }

  public static void text(ByteReader in, JsonWriter json, Reading reading) {
    Object time = read(in, reading);
    if (time == null) {
      json.nullValue();
    } else {
      json.quoted(time.toString());
    }
  }

  private static @Nullable Object read(ByteReader in, Reading reading) {
    try {
      return reading.read(in);
    } catch (DateTimeException e) {
      throw in.malformed(String.valueOf(e.getMessage()));
    }
  }

  /** Reads a date or a time. */
  public interface Reading {
    @Nullable Object read(ByteReader in);
  }
}
