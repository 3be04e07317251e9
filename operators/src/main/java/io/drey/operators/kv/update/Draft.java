// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value after the ops so far. A write copies only the objects along its path: no earlier tree
 * is ever changed.
 */
final class Draft {
  private @Nullable JsonNode value;
  private boolean written;

  /**
   * @param value null if the entry is missing
   */
  Draft(@Nullable JsonNode value) {
    this.value = value;
  }

  @Nullable JsonNode value() {
    return value;
  }

  boolean isWritten() {
    return written;
  }

  /** The value at a path, or null if there is none. */
  @Nullable JsonNode find(OpPath path) {
    JsonNode at = value;
    for (String name : path.names()) {
      at = at == null ? null : at.get(name);
    }
    return at;
  }

  /** Writes at a path. Parents that are missing or not objects become objects. */
  void put(OpPath path, JsonNode leaf) {
    value = put(value, path.names(), 0, leaf);
    written = true;
  }

  private static JsonNode put(
      @Nullable JsonNode node, List<String> names, int depth, JsonNode leaf) {
    if (depth == names.size()) {
      return leaf;
    }
    ObjectNode copy = copyOf(node);
    String name = names.get(depth);
    copy.set(name, put(copy.get(name), names, depth + 1, leaf));
    return copy;
  }

  /** A copy of an object; an empty object for anything else. */
  static ObjectNode copyOf(@Nullable JsonNode node) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    if (node instanceof ObjectNode object) {
      copy.setAll(object);
    }
    return copy;
  }

  /** Fails an op on a place within the value, unless the value is an object or missing. */
  void requireObjectFor(Op op) throws OpFailedException {
    if (value != null && !value.isObject() && !op.path().isRoot()) {
      throw notObject(op, OpPath.ROOT, value);
    }
  }

  /** The error of an op that needs an object at a path. */
  static OpFailedException notObject(Op op, OpPath at, JsonNode found) {
    return new OpFailedException(
        ".target_not_object",
        "Cannot %s %s: %s is %s, not an object"
            .formatted(op.type(), op.path(), at, JsonType.value(found)));
  }
}
