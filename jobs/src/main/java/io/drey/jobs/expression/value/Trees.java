package io.drey.jobs.expression.value;

import io.drey.jobs.expression.syntax.Nesting;
import io.drey.operators.event.Event;
import io.drey.operators.event.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How values become parts of each other. Besides strings, numbers and booleans a part may be a
 * {@link JsonValue}: one that has not been asked for yet.
 */
public final class Trees {
  private Trees() {}

  /** The value as scripts see it: lists and objects that can be changed. */
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

  /** The value of JSON, lists and objects on the branch they are part of. */
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
   * Makes a value a part: a list or object itself, or a copy where it is a part of something
   * already.
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

  /** As JSON, since most of it may not have been read at all. */
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

  /** Says that a part is none any more. */
  static void release(@Nullable Object part) {
    if (part instanceof Tree tree) {
      tree.branch().cutOff();
    }
  }

  /** About how many characters of JSON a part is; never more than it is. */
  static long size(@Nullable Object part) {
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

  /** How deep lists and objects lie in each other in a part: 0 if it is neither. */
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

  /** The same of JSON text. */
  static int height(String json) {
    int deepest = 0;
    int depth = 0;
    for (int i = 0; i < json.length(); i++) {
      switch (json.charAt(i)) {
        case '"' -> i = Nesting.stringEnd(json, i, '"') - 1;
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

  /** The name that a value stands for as a key. */
  public static String name(@Nullable Object key) {
    if (key instanceof String text) {
      return text;
    }
    if (key instanceof Number || key instanceof Boolean) {
      return key.toString();
    }
    throw new ExpressionFailedException(
        "Invalid name: must be a text, number or boolean but was " + ValueTypes.of(key));
  }
}
