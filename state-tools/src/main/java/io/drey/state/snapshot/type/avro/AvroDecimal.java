// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.avro;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Decimals: the bytes of the unscaled number.
 *
 * @param fixed the number of bytes; negative if their length precedes them
 */
record AvroDecimal(int fixed, int scale) implements ValueType {
  @Override
  public String text() {
    return BigNumber.DECIMAL.text();
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(length(in));
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    int length = length(in);
    if (length == 0) {
      throw in.malformed("a number has no bytes");
    }
    BigInteger unscaled = new BigInteger(in.readBytes(length));
    out.number(new BigDecimal(unscaled, scale));
  }

  private int length(ByteReader in) {
    return fixed < 0 ? in.readCount() : fixed;
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    byte[] bytes = unscaled(value).toByteArray();
    if (fixed < 0) {
      out.writeInt(bytes.length);
    } else if (bytes.length > fixed) {
      throw new UnfitValueException("a number of " + fixed + " bytes", value);
    }
    for (int i = bytes.length; i < fixed; i++) {
      out.writeByte(bytes[0] < 0 ? -1 : 0);
    }
    out.writeBytes(bytes);
  }

  private BigInteger unscaled(@Nullable Object value) {
    BigDecimal decimal = Given.decimal(value);
    try {
      return decimal.setScale(scale).unscaledValue();
    } catch (ArithmeticException e) {
      throw new UnfitValueException("a number of " + scale + " decimal places", value);
    }
  }
}
