// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;
import io.drey.state.json.ValueSink;
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
  private static final byte[] START = JsonWriter.encodedName("start");
  private static final byte[] END = JsonWriter.encodedName("end");
  private static final int NANOS_PER_MILLI = 1_000_000;

  private Times() {}

  static void date(ByteReader in, ValueSink out) {
    long millis = in.readLong();
    if (millis == Long.MIN_VALUE) {
      out.nullValue();
    } else {
      out.instant(millis);
    }
  }

  static void timestamp(ByteReader in, ValueSink out) {
    long millis = in.readLong();
    int nanos = in.readInt();
    if (millis == Long.MIN_VALUE) {
      out.nullValue();
    } else if (nanos % NANOS_PER_MILLI == 0) {
      out.instant(millis);
    } else {
      text(in, out, it -> Instant.ofEpochSecond(Math.floorDiv(millis, 1000), nanos));
    }
  }

  static void instant(ByteReader in, ValueSink out) {
    text(in, out, Times::readInstant);
  }

  static void localDate(ByteReader in, ValueSink out) {
    text(in, out, Times::readDate);
  }

  static void localTime(ByteReader in, ValueSink out) {
    text(in, out, Times::readTime);
  }

  static void localDateTime(ByteReader in, ValueSink out) {
    text(in, out, Times::readDateTime);
  }

  static void window(ByteReader in, ValueSink out) {
    out.beginObject();
    out.name(START);
    out.instant(in.readLong());
    out.name(END);
    out.instant(in.readLong());
    out.endObject();
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

  public static void text(ByteReader in, ValueSink out, Reading reading) {
    Object time = read(in, reading);
    if (time == null) {
      out.nullValue();
    } else {
      out.temporal(time);
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
