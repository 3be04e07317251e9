// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.value;

import io.drey.state.json.JsonWriter;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Dates and times, whose null is encoded as an impossible date or time. */
public final class Times {
  private static final byte[] START = JsonWriter.encodedName("start");
  private static final byte[] END = JsonWriter.encodedName("end");
  private static final int NANOS_PER_MILLI = 1_000_000;

  private Times() {}

  /** Shows milliseconds since 1970. */
  public static void date(ByteReader in, ValueSink out) {
    long millis = in.readLong();
    if (millis == Long.MIN_VALUE) {
      out.nullValue();
    } else {
      out.instant(millis);
    }
  }

  /** Shows milliseconds since 1970, and the nanoseconds within the second. */
  public static void timestamp(ByteReader in, ValueSink out) {
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

  /** Shows seconds since 1970, and the nanoseconds within the second. */
  public static void instant(ByteReader in, ValueSink out) {
    text(in, out, Times::readInstant);
  }

  /** Shows a year, a month and a day. */
  public static void localDate(ByteReader in, ValueSink out) {
    text(in, out, Times::readDate);
  }

  /** Shows an hour, a minute, a second and nanoseconds. */
  public static void localTime(ByteReader in, ValueSink out) {
    text(in, out, Times::readTime);
  }

  /** Shows a date, then a time of the day. */
  public static void localDateTime(ByteReader in, ValueSink out) {
    text(in, out, Times::readDateTime);
  }

  /** Shows two instants in milliseconds. */
  public static void window(ByteReader in, ValueSink out) {
    out.beginObject();
    out.name(START);
    out.instant(in.readLong());
    out.name(END);
    out.instant(in.readLong());
    out.endObject();
  }

  /** The mirror of {@link #date}. */
  public static void encodeDate(@Nullable Object value, ByteWriter out) {
    out.writeLong(value == null ? Long.MIN_VALUE : Given.millis(value));
  }

  /** The mirror of {@link #timestamp}. */
  public static void encodeTimestamp(@Nullable Object value, ByteWriter out) {
    if (value == null) {
      out.writeLong(Long.MIN_VALUE);
      out.writeInt(0);
      return;
    }
    Instant instant = Given.instant(value);
    out.writeLong(instant.toEpochMilli());
    out.writeInt(instant.get(ChronoField.NANO_OF_SECOND));
  }

  /** The mirror of {@link #instant}. */
  public static void encodeInstant(@Nullable Object value, ByteWriter out) {
    Instant instant = value == null ? null : Given.instant(value);
    out.writeLong(instant == null ? Long.MIN_VALUE : instant.getEpochSecond());
    out.writeInt(instant == null ? Integer.MIN_VALUE : instant.getNano());
  }

  /** The mirror of {@link #localDate}. */
  public static void encodeLocalDate(@Nullable Object value, ByteWriter out) {
    writeDate(
        value == null
            ? null
            : Given.time(value, LocalDate.class, "a date like 2026-01-31", LocalDate::parse),
        out);
  }

  /** The mirror of {@link #localTime}. */
  public static void encodeLocalTime(@Nullable Object value, ByteWriter out) {
    writeTime(
        value == null
            ? null
            : Given.time(value, LocalTime.class, "a time like 12:00:00", LocalTime::parse),
        out);
  }

  /** The mirror of {@link #localDateTime}. */
  public static void encodeLocalDateTime(@Nullable Object value, ByteWriter out) {
    LocalDateTime time =
        value == null
            ? null
            : Given.time(
                value,
                LocalDateTime.class,
                "a time like 2026-01-31T12:00:00",
                LocalDateTime::parse);
    writeDate(time == null ? null : time.toLocalDate(), out);
    writeTime(time == null ? null : time.toLocalTime(), out);
  }

  private static void writeDate(@Nullable LocalDate date, ByteWriter out) {
    out.writeInt(date == null ? Integer.MIN_VALUE : date.getYear());
    out.writeShort(
        date == null ? Short.MIN_VALUE : date.getMonthValue() << 8 | date.getDayOfMonth());
  }

  private static void writeTime(@Nullable LocalTime time, ByteWriter out) {
    out.writeByte(time == null ? Byte.MIN_VALUE : time.getHour());
    out.writeShort(time == null ? Short.MIN_VALUE : time.getMinute() << 8 | time.getSecond());
    out.writeInt(time == null ? Integer.MIN_VALUE : time.getNano());
  }

  /** The mirror of {@link #window}. */
  public static void encodeWindow(@Nullable Object value, ByteWriter out) {
    Map<?, ?> window = Given.members(value);
    out.writeLong(Given.millis(window.get("start")));
    out.writeLong(Given.millis(window.get("end")));
  }

  /** Reads an instant; null if it is none. */
  public static @Nullable Instant readInstant(ByteReader in) {
    long second = in.readLong();
    int nanos = in.readInt();
    return second == Long.MIN_VALUE && nanos == Integer.MIN_VALUE
        ? null
        : Instant.ofEpochSecond(second, nanos);
  }

  /** Reads a date and a time; null if either is none. */
  public static @Nullable LocalDateTime readDateTime(ByteReader in) {
    LocalDate date = readDate(in);
    LocalTime time = readTime(in);
    return date == null || time == null ? null : LocalDateTime.of(date, time);
  }

  /** Reads a date; null if it is none. */
  public static @Nullable LocalDate readDate(ByteReader in) {
    int year = in.readInt();
    short rest = in.readShort();
    return year == Integer.MIN_VALUE && rest == Short.MIN_VALUE
        ? null
        : LocalDate.of(year, rest >> 8, rest & 0xFF);
  }

  /** Reads a time; null if it is none. */
  public static @Nullable LocalTime readTime(ByteReader in) {
    byte hour = in.readByte();
    short rest = in.readShort();
    int nanos = in.readInt();
    return hour == Byte.MIN_VALUE && rest == Short.MIN_VALUE && nanos == Integer.MIN_VALUE
        ? null
        : LocalTime.of(hour, rest >> 8, rest & 0xFF, nanos);
  }

  /** Returns the hash of what is read. */
  public static int hash(ByteReader in, Reading reading) {
    return Objects.hashCode(read(in, reading));
  }

  /** Shows what is read, in ISO-8601. */
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
