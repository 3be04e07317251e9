// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;

/** Sets a value. */
record SetOp(OpPath path, JsonNode value) implements Op {
  @Override
  public String type() {
    return "set";
  }

  @Override
  public void applyTo(Draft draft) throws OpFailedException {
    draft.requireObjectFor(this);
    draft.put(path, value);
  }
}
