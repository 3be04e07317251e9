// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * Timestamps with and without time zone: milliseconds, and nanoseconds if the precision needs them.
 *
 * @param isInstant whether it has a time zone
 */
record SqlTimestamp(int precision, boolean isInstant) implements SqlType {
  private static final int DIGITS_OF_MILLIS = 3;
  private static final int NANOS_PER_MILLI = 1_000_000;

  @Override
  public String text() {
    return bare().text();
  }

  @Override
  public ValueType bare() {
    return isInstant ? Scalar.INSTANT : Scalar.LOCAL_DATE_TIME;
  }

  private boolean isMillis() {
    return precision <= DIGITS_OF_MILLIS;
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(size());
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    write(in, in.readLong(), isMillis() ? 0 : in.readInt(), out);
  }

  @Override
  public void writeCell(SqlBlock block, int cell, ValueSink out) {
    long content = block.longAt(cell);
    if (isMillis()) {
      write(block.in(), content, 0, out);
    } else {
      long millis = block.longAt((int) (content >> Integer.SIZE));
      write(block.in(), millis, (int) content, out);
    }
  }

  private void write(ByteReader in, long millis, int nanos, ValueSink out) {
    try {
      Instant instant = Instant.ofEpochMilli(millis).plusNanos(nanos);
      if (isInstant && nanos == 0) {
        out.instant(millis);
      } else {
        out.temporal(isInstant ? instant : instant.atOffset(ZoneOffset.UTC).toLocalDateTime());
      }
    } catch (DateTimeException e) {
      throw in.malformed("invalid time: " + millis);
    }
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    Instant instant = taken(value);
    out.writeLong(millis(instant, value));
    if (!isMillis()) {
      out.writeInt(nanos(instant));
    }
  }

  @Override
  public void encodeCell(Object value, SqlBlockWriter block, int cell) {
    Instant instant = taken(value);
    long millis = millis(instant, value);
    if (isMillis()) {
      block.putLong(cell, millis);
    } else {
      block.putLongBehind(cell, millis, nanos(instant));
    }
  }

  private Instant taken(@Nullable Object value) {
    Instant instant =
        isInstant
            ? Given.instant(value)
            : Given.time(
                    value,
                    LocalDateTime.class,
                    "a time like 2026-01-31T12:00:00",
                    LocalDateTime::parse)
                .toInstant(ZoneOffset.UTC);
    if (isMillis() && nanos(instant) != 0) {
      throw new UnfitValueException("a time in whole milliseconds", value);
    }
    return instant;
  }

  /** Returns the nanoseconds within the millisecond. */
  private static int nanos(Instant instant) {
    return instant.get(ChronoField.NANO_OF_SECOND) % NANOS_PER_MILLI;
  }

  private static long millis(Instant instant, @Nullable Object value) {
    try {
      return instant.toEpochMilli();
    } catch (ArithmeticException e) {
      throw new UnfitValueException("a time that milliseconds can tell", value);
    }
  }

  @Override
  public int size() {
    return isMillis() ? Long.BYTES : Long.BYTES + Integer.BYTES;
  }
}
