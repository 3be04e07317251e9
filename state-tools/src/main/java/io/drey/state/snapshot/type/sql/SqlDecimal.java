// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** Decimals: the unscaled number as a long for up to 18 digits, else as big-endian bytes. */
record SqlDecimal(int precision, int scale) implements SqlType {
  private static final int MOST_DIGITS_OF_LONG = 18;

  @Override
  public String text() {
    return BigNumber.DECIMAL.text();
  }

  private boolean isLong() {
    return precision <= MOST_DIGITS_OF_LONG;
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(isLong() ? Long.BYTES : in.readCount());
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    if (isLong()) {
      write(BigInteger.valueOf(in.readLong()), out);
    } else {
      write(SqlBlock.next(in, in.readCount()), out);
    }
  }

  @Override
  public void writeCell(SqlBlock block, int cell, ValueSink out) {
    long content = block.longAt(cell);
    if (isLong()) {
      write(BigInteger.valueOf(content), out);
    } else {
      write(block.part((int) (content >> Integer.SIZE), (int) content), out);
    }
  }

  private void write(SqlBlock unscaled, ValueSink out) {
    int from = unscaled.from();
    int to = from + unscaled.size();
    if (from == to) {
      throw unscaled.in().malformed("a number has no bytes");
    }
    write(new BigInteger(Arrays.copyOfRange(unscaled.in().bytes(), from, to)), out);
  }

  private void write(BigInteger unscaled, ValueSink out) {
    out.number(new BigDecimal(unscaled, scale));
  }

  @Override
  public ValueType bare() {
    return BigNumber.DECIMAL;
  }
}
