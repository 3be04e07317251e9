// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import io.drey.operators.event.Event;
import io.drey.operators.event.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds values to lists and objects. Besides strings, numbers and booleans, a part may be a {@link
 * JsonValue}: one that has not been read yet.
 */
public final class Trees {
  private Trees() {}

  /** The value for scripts: lists and objects can be changed. */
  public static @Nullable Object of(@Nullable Object value) {
    if (value instanceof Tree || !(value instanceof List || value instanceof Map)) {
      return value;
    }
    if (value instanceof JsonObject object) {
      return new ScriptMap(object.event());
    }
    if (value instanceof JsonArray array) {
      return new ScriptList(array.value());
    }
    return value instanceof List<?> list ? copy(list) : copy((Map<?, ?>) value);
  }

  private static ScriptList copy(List<?> list) {
    ScriptList copy = new ScriptList();
    copy.addAll(list);
    return copy;
  }

  private static ScriptMap copy(Map<?, ?> map) {
    ScriptMap copy = new ScriptMap();
    map.forEach((name, value) -> copy.put((String) name, value));
    return copy;
  }

  /** The value of JSON; its lists and objects belong to the given branch. */
  static @Nullable Object read(JsonValue json, Branch on) {
    Object value =
        switch (json.kind()) {
          case OBJECT -> new ScriptMap(object(json));
          case ARRAY -> new ScriptList(json);
          case STRING, NUMBER, BOOLEAN, NULL -> JsonObject.convert(json);
        };
    if (value instanceof Tree tree) {
      tree.branch().growOn(on);
    }
    return value;
  }

  private static Event object(JsonValue json) {
    Event object = json.object();
    if (object == null) {
      throw new IllegalArgumentException("Invalid object: " + json);
    }
    return object;
  }

  /**
   * Makes a value a part: a list or object itself, or a copy if it is already part of something.
   */
  static @Nullable Object adopt(@Nullable Object value, Branch by) {
    Object part = of(value);
    if (!(part instanceof Tree tree)) {
      return part;
    }
    Tree free = tree.branch().isFreeFor(by) ? tree : copy(tree);
    int depth = by.depth() + free.height();
    if (depth > Branch.DEEPEST) {
      throw Limits.tooDeep(depth);
    }
    free.branch().growOn(by);
    return free;
  }

  /** Copies the JSON, since most of it may not have been read at all. */
  private static Tree copy(Tree tree) {
    StringBuilder json = new StringBuilder();
    tree.write(json);
    Limits.checkResult(json.length());
    Object copy = of(JsonInput.parse(json.toString()));
    if (!(copy instanceof Tree result)) {
      throw new IllegalStateException("Cannot copy " + json);
    }
    return result;
  }

  /** Records that a value is no longer a part. */
  static void release(@Nullable Object part) {
    if (part instanceof Tree tree) {
      tree.branch().cutOff();
    }
  }

  /** The approximate number of characters of a part's JSON; never too high. */
  public static long size(@Nullable Object part) {
    if (part instanceof String text) {
      return text.length() + 2L;
    }
    if (part instanceof Tree tree) {
      return tree.branch().size();
    }
    if (part instanceof JsonValue json) {
      return json.length();
    }
    if (part instanceof BigDecimal decimal) {
      return decimal.precision();
    }
    return part instanceof WrittenNumber written ? written.toString().length() : 1;
  }

  /** The depth of nested lists and objects in a part: 0 if it is neither. */
  static int height(@Nullable Object part) {
    if (part instanceof Tree tree) {
      return tree.height();
    }
    return part instanceof JsonValue json ? height(json) : 0;
  }

  private static int height(JsonValue json) {
    return switch (json.kind()) {
      case OBJECT, ARRAY -> height(json.raw());
      case STRING, NUMBER, BOOLEAN, NULL -> 0;
    };
  }

  /** The same for JSON text. */
  static int height(String json) {
    int deepest = 0;
    int depth = 0;
    for (int i = 0; i < json.length(); i++) {
      switch (json.charAt(i)) {
        case '"' -> i = QuotedText.end(json, i, '"') - 1;
        case '{', '[' -> deepest = Math.max(deepest, ++depth);
        case '}', ']' -> depth--;
        default -> {}
      }
    }
    return deepest;
  }

  static void write(@Nullable Object part, StringBuilder out) {
    if (part instanceof JsonValue json) {
      out.append(json);
    } else {
      JsonOutput.append(part, out);
    }
  }

  /** The name of a value that is used as a key. */
  public static String name(@Nullable Object key) {
    if (key instanceof String text) {
      return text;
    }
    if (key instanceof Number || key instanceof Boolean) {
      return key.toString();
    }
    throw new ExpressionFailedException(
        "Invalid name: must be text, a number or a boolean but was " + ValueTypes.of(key));
  }
}
