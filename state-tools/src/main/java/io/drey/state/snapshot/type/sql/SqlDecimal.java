// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decimals: the unscaled number as a long for up to 18 digits, else as big-endian bytes. */
record SqlDecimal(int precision, int scale) implements SqlType {
  private static final int MOST_DIGITS_OF_LONG = 18;
  private static final int MOST_BYTES = 16;

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

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    BigInteger unscaled = unscaled(value);
    if (isLong()) {
      out.writeLong(unscaled.longValueExact());
    } else {
      byte[] bytes = unscaled.toByteArray();
      out.writeInt(bytes.length);
      out.writeBytes(bytes);
    }
  }

  @Override
  public void encodeCell(Object value, SqlBlockWriter block, int cell) {
    BigInteger unscaled = unscaled(value);
    if (isLong()) {
      block.putLong(cell, unscaled.longValueExact());
    } else {
      block.putPart(cell, unscaled.toByteArray(), MOST_BYTES);
    }
  }

  private BigInteger unscaled(@Nullable Object value) {
    BigDecimal decimal = Given.decimal(value).stripTrailingZeros();
    if (decimal.scale() > scale || decimal.precision() - decimal.scale() > precision - scale) {
      throw new UnfitValueException("a DECIMAL(" + precision + ", " + scale + ")", value);
    }
    return decimal.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
  }
}
