// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Merges the fields of an object into another; null is a value like any other. */
record MergeOp(OpPath path, JsonNode value) implements Op {
  @Override
  public String type() {
    return "merge";
  }

  @Override
  public void applyTo(Draft draft) throws OpFailedException {
    ObjectNode fields = MergeLimits.check(value);
    JsonNode target = draft.find(path);
    if (path.isRoot() && target != null && !target.isObject()) {
      return;
    }
    ObjectNode merged = Draft.copyOf(target);
    merged.setAll(fields);
    draft.put(path, merged);
  }
}
