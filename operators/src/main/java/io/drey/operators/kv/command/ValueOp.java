// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drey.operators.kv.update.OpType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An op that lacks its value. */
public final class ValueOp {
  private final OpType type;
  private final List<String> path;

  ValueOp(OpType type, List<String> path) {
    this.type = type;
    this.path = path;
  }

  /**
   * The op with a value: a JSON tree, or what Jackson converts to JSON, such as numbers, strings,
   * lists, maps and records.
   *
   * @throws IllegalArgumentException if Jackson cannot
   */
  public UpdateOp value(@Nullable Object value) {
    JsonNode tree = JsonTrees.of(value);
    return () -> {
      ObjectNode op = Places.object(type, path);
      return op.set("value", tree);
    };
  }
}
