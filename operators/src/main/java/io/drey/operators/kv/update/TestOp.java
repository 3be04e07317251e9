// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares the value, so that later ops apply only to an expected value. */
record TestOp(OpPath path, JsonNode value) implements Op {
  @Override
  public String type() {
    return "test";
  }

  @Override
  public void applyTo(Draft draft) throws OpFailedException {
    JsonNode found = draft.find(path);
    boolean holds = found == null ? value.isNull() : found.equals(TestOp::compareLeaves, value);
    if (!holds) {
      throw new OpFailedException(
          ".failed", "Cannot pass the test of " + path + ": its value is not the expected one");
    }
  }

  @Override
  public boolean isCondition() {
    return true;
  }

  /** Zero only for equal numbers: 1, 1.0 and 10e-1 are equal, whatever their node types. */
  private static int compareLeaves(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.equals(other) ? 0 : 1;
  }
}
