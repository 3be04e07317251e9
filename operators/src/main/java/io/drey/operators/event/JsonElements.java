// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import java.util.ArrayList;
import java.util.List;

/** Finds the elements of an array in bytes that are known to be valid JSON. */
final class JsonElements {
  private JsonElements() {}

  /** The elements of the array whose opening bracket is at that offset. */
  static List<JsonValue> of(byte[] json, int array) {
    List<JsonValue> elements = new ArrayList<>();
    int at = skipSpace(json, array + 1);
    while (json[at] != ']') {
      int end = end(json, at);
      elements.add(new JsonValue(json, at, end));
      at = skipSpace(json, end);
      if (json[at] == ',') {
        at = skipSpace(json, at + 1);
      }
    }
    return elements;
  }

  /** The offset just after the value that begins here. */
  private static int end(byte[] json, int from) {
    return switch (json[from]) {
      case '"' -> stringEnd(json, from);
      case '{', '[' -> nestedEnd(json, from);
      default -> plainEnd(json, from);
    };
  }

  private static int stringEnd(byte[] json, int from) {
    int at = from + 1;
    while (json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private static int nestedEnd(byte[] json, int from) {
    int depth = 0;
    int at = from;
    do {
      byte b = json[at];
      if (b == '"') {
        at = stringEnd(json, at);
        continue;
      }
      if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
      }
      at++;
    } while (depth > 0);
    return at;
  }

  /** The end of a number, true, false or null. */
  private static int plainEnd(byte[] json, int from) {
    int at = from;
    while (json[at] != ',' && json[at] != ']' && json[at] > ' ') {
      at++;
    }
    return at;
  }

  private static int skipSpace(byte[] json, int from) {
    int at = from;
    while (json[at] <= ' ' && json[at] > 0) {
      at++;
    }
    return at;
  }
}
