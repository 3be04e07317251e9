// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event.time;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import java.io.Serializable;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time of an event from one of its fields, in one of three ways:
 *
 * <ul>
 *   <li>as an ISO-8601 date and time, see {@link #iso};
 *   <li>as a number in a {@link #number unit};
 *   <li>as text in a {@link #pattern}.
 * </ul>
 *
 * A time outside {@link Instant#ofEpochMilli}'s range, or at {@link #NONE}, counts as unreadable.
 *
 * <p>Immutable and safe to share among threads.
 */
public final class EventTime implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The result of {@link #millis} for an event without a readable time, which is also Flink's value
   * for no timestamp.
   */
  public static final long NONE = Long.MIN_VALUE;

  private static final long FIRST_SECOND = Math.floorDiv(NONE + 1, 1000L);
  private static final long LAST_SECOND = Math.floorDiv(Long.MAX_VALUE, 1000L);
  private static final String ISO_MILLIS = "2024-01-15T10:00:00.000Z";
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final FieldPath field;
  private final @Nullable TimeUnit unit;
  private final @Nullable TimePattern pattern;
  private final @Nullable ZoneId zone;

  private EventTime(
      FieldPath field,
      @Nullable TimeUnit unit,
      @Nullable TimePattern pattern,
      @Nullable ZoneId zone) {
    this.field = Objects.requireNonNull(field, "field");
    this.unit = unit;
    this.pattern = pattern;
    this.zone = zone;
  }

  /**
   * Reads {@code 2024-01-15T10:00:00.123456789Z}: a 'T', 't' or space between date and time;
   * seconds may be left out; up to nine digits after a point or comma; an offset of {@code Z},
   * {@code z}, {@code +02:00}, {@code +0200} or {@code +02}. The end of a day may be 24:00, and a
   * leap second 23:59:60 is the second before it.
   *
   * @param zone the zone of a text without an offset, or of a date alone, which stands for its
   *     first moment; null makes such texts unreadable
   */
  public static EventTime iso(FieldPath field, @Nullable ZoneId zone) {
    return new EventTime(field, null, null, zone);
  }

  /**
   * Reads a number of units since 1970, exactly, rounded down to the nanosecond. A string with a
   * plain decimal number, without an exponent, is accepted too.
   *
   * @param unit seconds, milliseconds, microseconds or nanoseconds
   * @throws IllegalArgumentException if the unit is none of these
   */
  public static EventTime number(FieldPath field, TimeUnit unit) {
    DecimalInstant.decimals(unit);
    return new EventTime(field, unit, null, null);
  }

  /**
   * Reads text, or a number's text, in a pattern of {@link java.time.format.DateTimeFormatter},
   * with English month and day names, in any case. Without a time of day it is the day's first
   * moment. A local time that a change of clocks made ambiguous has the earlier offset; one that it
   * made impossible is later by the length of the gap.
   *
   * @param zone the zone of a text without an offset; null if the pattern has an offset or zone
   * @param year the year of a first text in a pattern without a year; null if the pattern has one
   * @throws IllegalArgumentException if the pattern is invalid, or incomplete for an instant
   */
  public static EventTime pattern(
      FieldPath field, String pattern, @Nullable ZoneId zone, @Nullable Year year) {
    return new EventTime(field, null, new TimePattern(pattern, zone, year), null);
  }

  /** The same for a pattern with a year; see {@link #pattern(FieldPath, String, ZoneId, Year)}. */
  public static EventTime pattern(FieldPath field, String pattern, @Nullable ZoneId zone) {
    return pattern(field, pattern, zone, null);
  }

  /** The field that is read. */
  public FieldPath field() {
    return field;
  }

  /** The exact time of a first event; see {@link #read(Event, long)}. */
  public @Nullable Instant read(Event event) {
    return read(event, NONE);
  }

  /**
   * The exact time, to the nanosecond; null if there is no readable one.
   *
   * @param near where the pattern has no year, the time in milliseconds that the year brings it
   *     nearest to; {@link #NONE} for a first event
   */
  public @Nullable Instant read(Event event, long near) {
    JsonValue value = event.value(field);
    if (value == null) {
      return null;
    }
    return switch (value.kind()) {
      case STRING -> string(value, near);
      case NUMBER -> number(value, near);
      case BOOLEAN, NULL, OBJECT, ARRAY -> null;
    };
  }

  /** The time of a first event in milliseconds; see {@link #millis(Event, long)}. */
  public long millis(Event event) {
    return millis(event, NONE);
  }

  /** {@link #read(Event, long)} in milliseconds, rounded down, or {@link #NONE}. */
  public long millis(Event event, long near) {
    Instant instant = read(event, near);
    return instant == null ? NONE : instant.toEpochMilli();
  }

  /**
   * Whether its notation shows that a time has no fraction of a millisecond, so that it need not be
   * read again.
   */
  public boolean isInMillis(Event event) {
    if (pattern != null) {
      return pattern.isInMillis();
    }
    JsonValue value = event.value(field);
    return value != null && (unit == null ? isShort(value) : isInMillis(unit, value));
  }

  private static boolean isInMillis(TimeUnit unit, JsonValue value) {
    boolean fine = unit == TimeUnit.MICROSECONDS || unit == TimeUnit.NANOSECONDS;
    return !fine && value.isShortInteger();
  }

  /** Whether it is too short for more than three decimals of a second. */
  private static boolean isShort(JsonValue value) {
    int length = value.to() - value.from() - 2;
    return length < ISO_MILLIS.length() || (length == ISO_MILLIS.length() && isUtc(value));
  }

  private static boolean isUtc(JsonValue value) {
    byte last = value.json()[value.to() - 2];
    return last == 'Z' || last == 'z';
  }

  private @Nullable Instant string(JsonValue value, long near) {
    if (pattern != null) {
      return pattern.read(value.text(), near);
    }
    if (value.isEscaped()) {
      byte[] text = value.text().getBytes(UTF_8);
      return string(text, 0, text.length);
    }
    return string(value.json(), value.from() + 1, value.to() - 1);
  }

  private @Nullable Instant string(byte[] text, int from, int to) {
    return unit == null
        ? IsoInstant.parse(text, from, to, zone)
        : DecimalInstant.ofPlain(text, from, to, DecimalInstant.decimals(unit));
  }

  private @Nullable Instant number(JsonValue value, long near) {
    if (unit != null) {
      return DecimalInstant.of(value, DecimalInstant.decimals(unit));
    }
    return pattern == null ? null : pattern.read(value.raw(), near);
  }

  /** The instant that long after 1970, or null if its milliseconds do not fit. */
  static @Nullable Instant instant(long seconds, long nanos) {
    if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
      return null;
    }
    Instant instant = Instant.ofEpochSecond(seconds, nanos);
    long millis = instant.getEpochSecond() * 1000 + instant.getNano() / NANOS_PER_MILLI;
    boolean wrapped = (millis < 0) != (instant.getEpochSecond() < 0);
    return wrapped || millis == NONE ? null : instant;
  }
}
