// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;

/** Limits that keep merged values small, and harmless in a browser. */
final class MergeLimits {
  private static final int MOST_FIELDS = 1024;
  private static final int MOST_LEVELS = 16;

  private MergeLimits() {}

  static ObjectNode check(JsonNode value) throws OpFailedException {
    if (!(value instanceof ObjectNode fields)) {
      throw new OpFailedException(
          ".value.not_an_object",
          "Invalid value to merge: must be an object but was " + JsonType.value(value));
    }
    if (fields.size() > MOST_FIELDS) {
      throw new OpFailedException(
          ".value.too_many_keys",
          "Invalid value to merge: must have at most "
              + MOST_FIELDS
              + " fields but was "
              + fields.size());
    }
    checkNames(fields);
    if (isDeeper(fields, MOST_LEVELS)) {
      throw new OpFailedException(
          ".value.too_deep",
          "Invalid value to merge: must have at most " + MOST_LEVELS + " levels but was deeper");
    }
    return fields;
  }

  private static void checkNames(ObjectNode fields) throws OpFailedException {
    for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (Prototypes.has(name)) {
        throw new OpFailedException(
            ".value.proto_polluted",
            "Invalid field of value to merge: " + Prototypes.RULE + " but was '" + name + "'");
      }
    }
  }

  /** Whether objects and arrays are nested in more than that many levels. */
  private static boolean isDeeper(JsonNode value, int levels) {
    if (!value.isContainerNode()) {
      return false;
    }
    if (levels == 0) {
      return true;
    }
    for (JsonNode element : value) {
      if (isDeeper(element, levels - 1)) {
        return true;
      }
    }
    return false;
  }
}
