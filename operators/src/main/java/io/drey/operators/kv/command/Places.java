// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drey.operators.kv.update.OpType;
import java.util.List;

/** Where ops apply. */
final class Places {
  private Places() {}

  /** An op as an object, without its operand. */
  static ObjectNode object(OpType type, List<String> path) {
    ObjectNode op = JsonNodeFactory.instance.objectNode().put("type", type.text());
    ArrayNode names = op.putArray("path");
    path.forEach(names::add);
    return op;
  }

  /** Several as the array that an update takes. */
  static ArrayNode array(UpdateOp... ops) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (UpdateOp op : ops) {
      array.add(op.json());
    }
    return array;
  }
}
