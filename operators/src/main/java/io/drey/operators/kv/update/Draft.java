package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value as the ops so far have left it. To write, the objects along a path are copied, and
 * nothing else: no tree that was there before is ever changed.
 */
final class Draft {
  private @Nullable JsonNode value;
  private boolean written;

  /**
   * @param value null where the entry is missing
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

  /** What is at a path, or null where nothing is. */
  @Nullable JsonNode find(OpPath path) {
    JsonNode at = value;
    for (String name : path.names()) {
      at = at == null ? null : at.get(name);
    }
    return at;
  }

  /** Writes at a path. What is missing or no object on the way becomes one. */
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

  /** An object with the same fields; an empty one of anything else. */
  static ObjectNode copyOf(@Nullable JsonNode node) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    if (node instanceof ObjectNode object) {
      copy.setAll(object);
    }
    return copy;
  }

  /** Fails an op that is for a place within the value, unless that is an object, or yet missing. */
  void requireObjectFor(Op op) throws OpFailedException {
    if (value != null && !value.isObject() && !op.path().isRoot()) {
      throw notObject(op, OpPath.ROOT, value);
    }
  }

  /** What an op reports that needs an object at a path. */
  static OpFailedException notObject(Op op, OpPath at, JsonNode found) {
    return new OpFailedException(
        ".target_not_object",
        "Cannot %s %s: %s is %s, not an object"
            .formatted(op.type(), op.path(), at, JsonType.value(found)));
  }
}
