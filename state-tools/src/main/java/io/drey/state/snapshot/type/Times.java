package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Dates and times, whose nulls are impossible dates and times. */
final class Times {
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
      text(in, json, () -> Instant.ofEpochSecond(Math.floorDiv(millis, 1000), nanos));
    }
  }

  static void instant(ByteReader in, JsonWriter json) {
    long second = in.readLong();
    int nanos = in.readInt();
    if (second == Long.MIN_VALUE && nanos == Integer.MIN_VALUE) {
      json.nullValue();
    } else {
      text(in, json, () -> Instant.ofEpochSecond(second, nanos));
    }
  }

  static void localDate(ByteReader in, JsonWriter json) {
    text(in, json, () -> readDate(in));
  }

  static void localTime(ByteReader in, JsonWriter json) {
    text(in, json, () -> readTime(in));
  }

  static void localDateTime(ByteReader in, JsonWriter json) {
    text(
        in,
        json,
        () -> {
          LocalDate date = readDate(in);
          LocalTime time = readTime(in);
          return date == null || time == null ? null : LocalDateTime.of(date, time);
        });
  }

  static void window(ByteReader in, JsonWriter json) {
    json.beginObject();
    json.name("start");
    json.instant(in.readLong());
    json.name("end");
    json.instant(in.readLong());
    json.endObject();
  }

  private static @Nullable LocalDate readDate(ByteReader in) {
    int year = in.readInt();
    short rest = in.readShort();
    return year == Integer.MIN_VALUE && rest == Short.MIN_VALUE
        ? null
        : LocalDate.of(year, rest >> 8, rest & 0xFF);
  }

  private static @Nullable LocalTime readTime(ByteReader in) {
    byte hour = in.readByte();
    short rest = in.readShort();
    int nanos = in.readInt();
    return hour == Byte.MIN_VALUE && rest == Short.MIN_VALUE && nanos == Integer.MIN_VALUE
        ? null
        : LocalTime.of(hour, rest >> 8, rest & 0xFF, nanos);
  }

  private static void text(ByteReader in, JsonWriter json, Reading reading) {
    try {
      Object time = reading.read();
      if (time == null) {
        json.nullValue();
      } else {
        json.quoted(time.toString());
      }
    } catch (DateTimeException e) {
      throw in.malformed(String.valueOf(e.getMessage()));
    }
  }

  private interface Reading {
    @Nullable Object read();
  }
}
