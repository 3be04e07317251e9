// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drey.operators.kv.update.OpType;
import java.util.List;

/** An op that changes a number. */
public final class AddingOp implements UpdateOp {
  private final OpType type;
  private final List<String> path;
  private final Number by;

  AddingOp(OpType type, List<String> path, Number by) {
    this.type = type;
    this.path = path;
    this.by = by;
  }

  /** The op by another amount; one with a fraction makes the result a floating-point number. */
  public AddingOp by(Number amount) {
    return new AddingOp(type, path, amount);
  }

  @Override
  public ObjectNode json() {
    return Places.object(type, path).set("by", JsonTrees.of(by));
  }
}
