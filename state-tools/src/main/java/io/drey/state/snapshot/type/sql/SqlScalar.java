// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.value.Given;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Values that fit into their cell.
 *
 * @param alone their type outside of rows and arrays
 * @param bare their type in Java
 */
public record SqlScalar(Scalar alone, Scalar bare, CellWriter cells, CellEncoder encoder)
    implements SqlType {
  static final SqlScalar BOOLEAN =
      of(
          Scalar.BOOLEAN,
          (block, cell, out) -> out.bool(block.byteAt(cell) != 0),
          (value, block, cell) -> block.putByte(cell, Given.bool(value) ? 1 : 0));
  static final SqlScalar TINYINT =
      of(
          Scalar.BYTE,
          (block, cell, out) -> out.number(block.byteAt(cell)),
          (value, block, cell) ->
              block.putByte(cell, (int) Given.integer(value, Byte.MIN_VALUE, Byte.MAX_VALUE)));
  static final SqlScalar SMALLINT =
      of(
          Scalar.SHORT,
          (block, cell, out) -> out.number(block.shortAt(cell)),
          (value, block, cell) ->
              block.putShort(cell, (int) Given.integer(value, Short.MIN_VALUE, Short.MAX_VALUE)));
  static final SqlScalar INT =
      of(
          Scalar.INT,
          (block, cell, out) -> out.number(block.intAt(cell)),
          (value, block, cell) ->
              block.putInt(cell, (int) Given.integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE)));
  static final SqlScalar BIGINT =
      of(
          Scalar.LONG,
          (block, cell, out) -> out.number(block.longAt(cell)),
          (value, block, cell) -> block.putLong(cell, Given.integer(value)));
  static final SqlScalar FLOAT =
      of(
          Scalar.FLOAT,
          (block, cell, out) -> out.number(Float.intBitsToFloat(block.intAt(cell))),
          (value, block, cell) ->
              block.putInt(cell, Float.floatToIntBits((float) Given.real(value))));
  static final SqlScalar DOUBLE =
      of(
          Scalar.DOUBLE,
          (block, cell, out) -> out.number(Double.longBitsToDouble(block.longAt(cell))),
          (value, block, cell) -> block.putLong(cell, Double.doubleToLongBits(Given.real(value))));
  static final SqlScalar NULL =
      of(Scalar.NULL_VALUE, (block, cell, out) -> out.nullValue(), (value, block, cell) -> {});

  /** Days since the epoch. */
  public static final SqlScalar DATE =
      new SqlScalar(
          new Scalar(
              Scalar.LOCAL_DATE.text(),
              Integer.BYTES,
              (in, out) -> date(in.readInt(), out),
              (value, out) -> out.writeInt(days(value))),
          Scalar.LOCAL_DATE,
          (block, cell, out) -> date(block.intAt(cell), out),
          (value, block, cell) -> block.putInt(cell, days(value)));

  /** Milliseconds of a day. */
  public static final SqlScalar TIME =
      new SqlScalar(
          new Scalar(
              Scalar.LOCAL_TIME.text(),
              Integer.BYTES,
              (in, out) -> time(in, in.readInt(), out),
              (value, out) -> out.writeInt(millis(value))),
          Scalar.LOCAL_TIME,
          (block, cell, out) -> time(block.in(), block.intAt(cell), out),
          (value, block, cell) -> block.putInt(cell, millis(value)));

  private static final long NANOS_PER_MILLI = 1_000_000;

  private static SqlScalar of(Scalar alone, CellWriter cells, CellEncoder encoder) {
    return new SqlScalar(alone, alone, cells, encoder);
  }

  private static int days(@Nullable Object value) {
    LocalDate date = Given.time(value, LocalDate.class, "a date like 2026-01-31", LocalDate::parse);
    return (int) Given.integer(date.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static int millis(@Nullable Object value) {
    LocalTime time = Given.time(value, LocalTime.class, "a time like 12:00:00", LocalTime::parse);
    return (int) (time.toNanoOfDay() / NANOS_PER_MILLI);
  }

  private static void date(int days, ValueSink out) {
    out.temporal(LocalDate.ofEpochDay(days));
  }

  private static void time(ByteReader in, int millis, ValueSink out) {
    try {
      out.temporal(LocalTime.ofNanoOfDay(millis * NANOS_PER_MILLI));
    } catch (DateTimeException e) {
      throw in.malformed("invalid time: " + millis);
    }
  }

  @Override
  public String text() {
    return alone.text();
  }

  @Override
  public void skip(ByteReader in) {
    alone.skip(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    alone.write(in, out);
  }

  @Override
  public int size() {
    return alone.size();
  }

  @Override
  public int cellBytes() {
    return alone.size() == 0 ? Long.BYTES : alone.size();
  }

  @Override
  public void writeCell(SqlBlock block, int cell, ValueSink out) {
    cells.write(block, cell, out);
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    alone.encode(value, out);
  }

  @Override
  public void encodeCell(Object value, SqlBlockWriter block, int cell) {
    encoder.encode(value, block, cell);
  }

  /** Encodes a value into a cell. */
  interface CellEncoder {
    void encode(Object value, SqlBlockWriter block, int cell);
  }

  /** Writes the value of a cell. */
  interface CellWriter {
    void write(SqlBlock block, int cell, ValueSink out);
  }
}
