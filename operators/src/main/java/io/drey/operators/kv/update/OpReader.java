// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads ops from JSON. Fields that do not belong to an op are skipped.
 *
 * @param name of the op, for messages
 */
record OpReader(String name, ObjectNode op) {
  private static final JsonNode ONE = IntNode.valueOf(1);

  static List<Op> read(JsonNode ops) {
    if (!(ops instanceof ArrayNode)) {
      throw invalid("ops", "must be an array", ops);
    }
    List<Op> read = new ArrayList<>(ops.size());
    for (JsonNode op : ops) {
      String name = "ops[" + read.size() + "]";
      if (!(op instanceof ObjectNode object)) {
        throw invalid(name, "must be an object", op);
      }
      read.add(new OpReader(name, object).read());
    }
    return List.copyOf(read);
  }

  private Op read() {
    OpType type = type();
    return switch (type) {
      case SET -> new SetOp(path(), op.has("value") ? op.get("value") : NullNode.getInstance());
      case MERGE -> new MergeOp(path(), value());
      case INCREMENT -> new AddOp(type.text(), path(), by());
      case DECREMENT -> new AddOp(type.text(), path(), Sum.negated(by()));
      case APPEND -> new AppendOp(path(), value());
      case REMOVE -> new RemoveOp(path());
      case TEST -> new TestOp(path(), value());
    };
  }

  private OpType type() {
    JsonNode text = op.path("type");
    if (!(text instanceof TextNode)) {
      throw invalid(name + ".type", "must be a string", text);
    }
    OpType type = OpType.named(text.textValue());
    if (type == null) {
      throw new IllegalArgumentException(
          "Unknown %s.type: '%s' (known: %s)".formatted(name, text.textValue(), OpType.KNOWN));
    }
    return type;
  }

  private OpPath path() {
    JsonNode path = op.path("path");
    if (path.isMissingNode() || path.isNull()) {
      return OpPath.ROOT;
    }
    if (path instanceof TextNode text) {
      return text.textValue().isEmpty() ? OpPath.ROOT : new OpPath(List.of(text.textValue()));
    }
    if (!(path instanceof ArrayNode)) {
      throw invalid(name + ".path", "must be a string or an array of strings", path);
    }
    return path(path);
  }

  private OpPath path(JsonNode segments) {
    List<String> names = new ArrayList<>(segments.size());
    for (JsonNode segment : segments) {
      if (!(segment instanceof TextNode)) {
        throw invalid(name + ".path[" + names.size() + "]", "must be a string", segment);
      }
      names.add(segment.textValue());
    }
    return new OpPath(List.copyOf(names));
  }

  private JsonNode value() {
    JsonNode value = op.path("value");
    if (value.isMissingNode()) {
      throw invalid(name + ".value", "must be given", value);
    }
    return value;
  }

  private JsonNode by() {
    JsonNode by = op.path("by");
    if (by.isMissingNode() || by.isNull()) {
      return ONE;
    }
    if (!by.isNumber()) {
      throw invalid(name + ".by", "must be a number", by);
    }
    return by;
  }

  private static IllegalArgumentException invalid(String name, String rule, JsonNode value) {
    return new IllegalArgumentException(
        "Invalid " + name + ": " + rule + " but was " + JsonType.value(value));
  }
}
