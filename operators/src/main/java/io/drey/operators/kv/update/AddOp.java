// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;

/**
 * Increments or decrements a number.
 *
 * @param addend below zero to decrement
 */
record AddOp(String type, OpPath path, JsonNode addend) implements Op {
  private static final JsonNode ZERO = IntNode.valueOf(0);

  @Override
  public void applyTo(Draft draft) throws OpFailedException {
    draft.requireObjectFor(this);
    JsonNode target = draft.find(path);
    if (target != null && !target.isNumber()) {
      throw notNumber("it is " + JsonType.value(target) + ", not a number");
    }
    draft.put(path, plusAddend(target == null ? ZERO : target));
  }

  private JsonNode plusAddend(JsonNode number) throws OpFailedException {
    boolean exact = number.isIntegralNumber() && addend.isIntegralNumber();
    JsonNode sum = exact ? Sum.exact(number, addend) : Sum.floating(number, addend);
    if (sum == null) {
      throw notNumber("the result is beyond " + (exact ? "64 bits" : "floating point"));
    }
    return sum;
  }

  private OpFailedException notNumber(String reason) {
    return new OpFailedException(".not_number", "Cannot %s %s: %s".formatted(type, path, reason));
  }
}
