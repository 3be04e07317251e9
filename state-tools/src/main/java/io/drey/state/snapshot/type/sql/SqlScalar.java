// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.Scalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Values that fit into their cell.
 *
 * @param alone their type outside of rows and arrays
 * @param bare their type in Java
 */
public record SqlScalar(Scalar alone, Scalar bare, CellWriter cells) implements SqlType {
  static final SqlScalar BOOLEAN =
      of(Scalar.BOOLEAN, (block, cell, out) -> out.bool(block.byteAt(cell) != 0));
  static final SqlScalar TINYINT =
      of(Scalar.BYTE, (block, cell, out) -> out.number(block.byteAt(cell)));
  static final SqlScalar SMALLINT =
      of(Scalar.SHORT, (block, cell, out) -> out.number(block.shortAt(cell)));
  static final SqlScalar INT = of(Scalar.INT, (block, cell, out) -> out.number(block.intAt(cell)));
  static final SqlScalar BIGINT =
      of(Scalar.LONG, (block, cell, out) -> out.number(block.longAt(cell)));
  static final SqlScalar FLOAT =
      of(Scalar.FLOAT, (block, cell, out) -> out.number(Float.intBitsToFloat(block.intAt(cell))));
  static final SqlScalar DOUBLE =
      of(
          Scalar.DOUBLE,
          (block, cell, out) -> out.number(Double.longBitsToDouble(block.longAt(cell))));
  static final SqlScalar NULL = of(Scalar.NULL_VALUE, (block, cell, out) -> out.nullValue());

  /** Days since the epoch. */
  public static final SqlScalar DATE =
      new SqlScalar(
          new Scalar(Scalar.LOCAL_DATE.text(), Integer.BYTES, (in, out) -> date(in.readInt(), out)),
          Scalar.LOCAL_DATE,
          (block, cell, out) -> date(block.intAt(cell), out));

  /** Milliseconds of a day. */
  public static final SqlScalar TIME =
      new SqlScalar(
          new Scalar(
              Scalar.LOCAL_TIME.text(), Integer.BYTES, (in, out) -> time(in, in.readInt(), out)),
          Scalar.LOCAL_TIME,
          (block, cell, out) -> time(block.in(), block.intAt(cell), out));

  private static final long NANOS_PER_MILLI = 1_000_000;

  private static SqlScalar of(Scalar alone, CellWriter cells) {
    return new SqlScalar(alone, alone, cells);
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

  /** Writes the value of a cell. */
  interface CellWriter {
    void write(SqlBlock block, int cell, ValueSink out);
  }
}
