// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.avro;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;

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
}
