// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drey.jobs.test.Expected;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Compares an expected record with one that came: numbers by value, fields in any order, and unless
 * it is to be exact, fields that are not expected are ignored.
 */
public final class RecordMatch {
  private final boolean exactly;

  public RecordMatch(boolean exactly) {
    this.exactly = exactly;
  }

  boolean matches(Expected.Item expected, JsonNode came) {
    return matches(expected.json(), came);
  }

  private boolean matches(JsonNode expected, JsonNode came) {
    if (expected instanceof ObjectNode fields) {
      return came.isObject() && areMatched(fields, came);
    }
    if (expected.isArray()) {
      return came.isArray() && areAllMatched(expected, came);
    }
    return (expected.isNumber() && came.isNumber())
        ? expected.decimalValue().compareTo(came.decimalValue()) == 0
        : expected.equals(came);
  }

  private boolean areMatched(ObjectNode expected, JsonNode came) {
    if (exactly && expected.size() != came.size()) {
      return false;
    }
    return expected.properties().stream()
        .allMatch(field -> isMatched(field.getKey(), field.getValue(), came));
  }

  /** Whether a field of a record is as expected. */
  public boolean isMatched(String name, JsonNode expected, JsonNode came) {
    JsonNode value = field(name, came);
    return value != null && matches(expected, value);
  }

  private boolean areAllMatched(JsonNode expected, JsonNode came) {
    if (expected.size() != came.size()) {
      return false;
    }
    Iterator<JsonNode> others = came.iterator();
    for (JsonNode element : expected) {
      if (!matches(element, others.next())) {
        return false;
      }
    }
    return true;
  }

  /** The value of a field, by the rule for names of fields; null if there is none. */
  public static @Nullable JsonNode field(String name, JsonNode record) {
    JsonNode nested = record;
    for (String segment : name.split("\\.", -1)) {
      nested = nested == null ? null : nested.get(segment);
    }
    return nested == null ? record.get(name) : nested;
  }
}
