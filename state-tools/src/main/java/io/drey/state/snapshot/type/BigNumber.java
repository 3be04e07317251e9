// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers of any size. Length 0 is null; lengths 1 to 3 stand for the numbers 0, 1 and 10. */
public enum BigNumber implements ValueType {
  INTEGER("BigInteger") {
    @Override
    @Nullable public Object read(ByteReader in) {
      return unscaled(in);
    }
  },
  DECIMAL("BigDecimal") {
    @Override
    @Nullable public Object read(ByteReader in) {
      BigInteger unscaled = unscaled(in);
      return unscaled == null ? null : new BigDecimal(unscaled, in.readInt());
    }
  };

  private static final int FIRST_LENGTH = 4;

  /** The numbers of lengths 1 to 3. */
  private static final List<BigInteger> SHORT =
      List.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.TEN);

  private final String text;

  BigNumber(String text) {
    this.text = text;
  }

  public abstract @Nullable Object read(ByteReader in);

  @Override
  public String text() {
    return text;
  }

  @Override
  public void skip(ByteReader in) {
    read(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    Object number = read(in);
    if (number instanceof BigInteger integer) {
      out.number(integer);
    } else if (number instanceof BigDecimal decimal) {
      out.number(decimal);
    } else {
      out.nullValue();
    }
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    if (value == null) {
      out.writeInt(0);
      return;
    }
    BigDecimal decimal = Given.decimal(value);
    if (this == DECIMAL) {
      writeDecimal(decimal, out);
    } else {
      writeUnscaled(integer(decimal), out);
    }
  }

  private static BigInteger integer(BigDecimal value) {
    try {
      return value.toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw new UnfitValueException("an integer", value);
    }
  }

  private static void writeDecimal(BigDecimal value, ByteWriter out) {
    writeUnscaled(value.unscaledValue(), out);
    out.writeInt(value.scale());
  }

  private static void writeUnscaled(BigInteger value, ByteWriter out) {
    int index = SHORT.indexOf(value);
    if (index >= 0) {
      out.writeInt(1 + index);
    } else {
      byte[] bytes = value.toByteArray();
      out.writeInt(bytes.length + FIRST_LENGTH);
      out.writeBytes(bytes);
    }
  }

  static @Nullable BigInteger unscaled(ByteReader in) {
    int length = in.readInt();
    return switch (length) {
      case 0 -> null;
      case 1 -> BigInteger.ZERO;
      case 2 -> BigInteger.ONE;
      case 3 -> BigInteger.TEN;
      default -> {
        if (length <= FIRST_LENGTH || length - FIRST_LENGTH > in.remaining()) {
          throw in.malformed("invalid length of a number: " + length);
        }
        yield new BigInteger(in.readBytes(length - FIRST_LENGTH));
      }
    };
  }
}
