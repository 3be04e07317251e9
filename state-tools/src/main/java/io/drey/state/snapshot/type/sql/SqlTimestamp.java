// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.ValueType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Timestamps with and without time zone: milliseconds, and nanoseconds if the precision needs them.
 *
 * @param isInstant whether it has a time zone
 */
record SqlTimestamp(int precision, boolean isInstant) implements SqlType {
  private static final int DIGITS_OF_MILLIS = 3;

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
  public int size() {
    return isMillis() ? Long.BYTES : Long.BYTES + Integer.BYTES;
  }
}
