// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** Appends a value to an array or a string. */
record AppendOp(OpPath path, JsonNode value) implements Op {
  @Override
  public String type() {
    return "append";
  }

  @Override
  public void applyTo(Draft draft) throws OpFailedException {
    draft.requireObjectFor(this);
    JsonNode target = draft.find(path);
    boolean startsArray = target == null && path.isNested();
    draft.put(path, startsArray ? array(0).add(value) : appendedTo(target));
  }

  private JsonNode appendedTo(@Nullable JsonNode target) throws OpFailedException {
    if (target == null || target.isNull()) {
      return value instanceof TextNode ? value : array(0).add(value);
    }
    if (target instanceof ArrayNode array) {
      return array(array.size()).addAll(array).add(value);
    }
    if (!(target instanceof TextNode)) {
      throw mismatch("it is " + JsonType.value(target) + ", neither an array nor a string");
    }
    if (!(value instanceof TextNode)) {
      throw mismatch("it is a string, the value " + JsonType.value(value));
    }
    return TextNode.valueOf(target.textValue() + value.textValue());
  }

  private OpFailedException mismatch(String reason) {
    return new OpFailedException(".type_mismatch", "Cannot append to " + path + ": " + reason);
  }

  private static ArrayNode array(int size) {
    return JsonNodeFactory.instance.arrayNode(size + 1);
  }
}
