// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Names the kind of a value, for messages. */
final class JsonType {
  private JsonType() {}

  static String value(@Nullable JsonNode value) {
    if (value == null) {
      return "none";
    }
    return switch (value.getNodeType()) {
      case ARRAY -> "an array";
      case BOOLEAN -> "a boolean";
      case MISSING -> "none";
      case NULL -> "null";
      case NUMBER -> "a number";
      case OBJECT -> "an object";
      case BINARY, POJO, STRING -> "a string";
    };
  }
}
