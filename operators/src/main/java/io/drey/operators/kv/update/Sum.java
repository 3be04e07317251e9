// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Adds JSON numbers, with the node types that Jackson would read them into. */
final class Sum {
  private Sum() {}

  /** Adds integers; null if the sum does not fit 64 bits, signed or unsigned. */
  static @Nullable JsonNode exact(JsonNode one, JsonNode other) {
    BigInteger sum = one.bigIntegerValue().add(other.bigIntegerValue());
    int bits = sum.bitLength();
    if (bits > (sum.signum() < 0 ? Long.SIZE - 1 : Long.SIZE)) {
      return null;
    }
    if (bits < Integer.SIZE) {
      return IntNode.valueOf(sum.intValue());
    }
    return bits < Long.SIZE ? LongNode.valueOf(sum.longValue()) : BigIntegerNode.valueOf(sum);
  }

  /** Adds in floating point; null if the sum is out of range. */
  static @Nullable JsonNode floating(JsonNode one, JsonNode other) {
    double sum = one.doubleValue() + other.doubleValue();
    return Double.isFinite(sum) ? DecimalNode.valueOf(BigDecimal.valueOf(sum)) : null;
  }

  /** Negates a number. */
  static JsonNode negated(JsonNode number) {
    return number.isIntegralNumber()
        ? BigIntegerNode.valueOf(number.bigIntegerValue().negate())
        : DecimalNode.valueOf(number.decimalValue().negate());
  }
}
