// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Updates as one would write them over maps and lists: each op on a copy of its own. */
final class PlainUpdate {
  /** Of an entry or a field: other than null, which may be stored. */
  static final Object MISSING = new Object();

  private static final Set<String> REFUSED = Set.of("__proto__", "constructor", "prototype");
  private static final BigInteger LEAST = BigInteger.TWO.pow(63).negate();
  private static final BigInteger GREATEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  final List<String> errors = new ArrayList<>();
  @Nullable Object value;

  /** An op's failure: the end of its code. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String code) {
      super(code);
    }
  }

  PlainUpdate(JsonNode ops, @Nullable JsonNode before) {
    boolean inside = ops.isEmpty() || !path(ops.get(0)).isEmpty();
    value = before != null ? PlainValue.of(before) : inside ? new LinkedHashMap<>() : MISSING;
    for (int i = 0; i < ops.size(); i++) {
      JsonNode op = ops.get(i);
      Object saved = PlainValue.copy(value);
      try {
        checkPath(path(op));
        apply(op);
      } catch (Failure failure) {
        value = saved;
        errors.add(i + " " + type(op) + failure.getMessage());
        if (type(op).equals("test")) {
          return;
        }
      }
    }
  }

  private void apply(JsonNode op) {
    List<String> path = path(op);
    if (type(op).equals("merge")) {
      checkMerged(op.get("value"));
    }
    if (type(op).equals("test")) {
      String expected = PlainValue.comparable(PlainValue.of(op.get("value")));
      Object found = find(path);
      if (!expected.equals(PlainValue.comparable(found))) {
        throw new Failure(".failed");
      }
    } else if (type(op).equals("remove")) {
      remove(path);
    } else if (path.isEmpty()) {
      boolean hopeless = type(op).equals("merge") && !(value instanceof Map) && value != MISSING;
      value = hopeless ? value : written(op, value);
    } else {
      Map<String, @Nullable Object> holder = holder(type(op), path);
      String name = path.get(path.size() - 1);
      holder.put(name, written(op, holder.getOrDefault(name, MISSING)));
    }
  }

  private Map<String, @Nullable Object> holder(String type, List<String> path) {
    if (!(value instanceof Map) && value != MISSING && !type.equals("merge")) {
      throw new Failure(".target_not_object");
    }
    if (!(value instanceof Map)) {
      value = new LinkedHashMap<String, @Nullable Object>();
    }
    Map<String, @Nullable Object> at = PlainValue.map(value);
    for (String name : path.subList(0, path.size() - 1)) {
      if (!(at.get(name) instanceof Map)) {
        at.put(name, new LinkedHashMap<String, @Nullable Object>());
      }
      at = PlainValue.map(at.get(name));
    }
    return at;
  }

  private void remove(List<String> path) {
    if (path.isEmpty()) {
      value = null;
      return;
    }
    Object at = value == MISSING ? new LinkedHashMap<>() : value;
    for (int i = 0; i < path.size(); i++) {
      if (!(at instanceof Map)) {
        throw new Failure(".target_not_object");
      }
      if (!PlainValue.map(at).containsKey(path.get(i))) {
        return;
      }
      if (i == path.size() - 1) {
        PlainValue.map(at).remove(path.get(i));
      } else {
        at = PlainValue.map(at).get(path.get(i));
      }
    }
  }

  private @Nullable Object find(List<String> path) {
    Object at = value;
    for (String name : path) {
      at = at instanceof Map ? PlainValue.map(at).getOrDefault(name, MISSING) : MISSING;
    }
    return at == MISSING ? null : at;
  }

  private static @Nullable Object written(JsonNode op, @Nullable Object target) {
    return switch (type(op)) {
      case "set" -> op.has("value") ? PlainValue.of(op.get("value")) : null;
      case "merge" -> {
        Map<String, @Nullable Object> merged =
            target instanceof Map ? PlainValue.map(target) : new LinkedHashMap<>();
        merged.putAll(PlainValue.map(PlainValue.of(op.get("value"))));
        yield merged;
      }
      case "append" -> appended(target, PlainValue.of(op.get("value")), path(op).size() > 1);
      default ->
          counted(target, op.has("by") ? PlainValue.of(op.get("by")) : BigInteger.ONE, type(op));
    };
  }

  @SuppressWarnings("unchecked")
  private static Object appended(@Nullable Object target, @Nullable Object value, boolean nested) {
    if (target instanceof String text && value instanceof String more) {
      return text + more;
    }
    boolean absent = target == null || (target == MISSING && !nested);
    if (absent && value instanceof String) {
      return value;
    }
    if (!(absent || target == MISSING || target instanceof List)) {
      throw new Failure(".type_mismatch");
    }
    List<@Nullable Object> list =
        target instanceof List ? (List<@Nullable Object>) target : new ArrayList<>();
    list.add(value);
    return list;
  }

  private static Object counted(@Nullable Object target, @Nullable Object by, String type) {
    Object from = target == MISSING ? BigInteger.ZERO : target;
    boolean up = type.equals("increment");
    if (from instanceof BigInteger one && by instanceof BigInteger other) {
      BigInteger result = up ? one.add(other) : one.subtract(other);
      if (result.compareTo(LEAST) < 0 || result.compareTo(GREATEST) > 0) {
        throw new Failure(".not_number");
      }
      return result;
    }
    if (from instanceof Number one && by instanceof Number other) {
      double change = up ? other.doubleValue() : -other.doubleValue();
      double result = one.doubleValue() + change;
      if (Double.isFinite(result)) {
        return new BigDecimal(Double.toString(result));
      }
    }
    throw new Failure(".not_number");
  }

  private static void checkPath(List<String> path) {
    if (path.size() > 32) {
      throw new Failure(".path.too_deep");
    }
    for (String name : path) {
      if (name.isEmpty()) {
        throw new Failure(".path.empty_segment");
      }
      if (REFUSED.contains(name)) {
        throw new Failure(".path.proto_polluted");
      }
    }
  }

  private static void checkMerged(JsonNode value) {
    if (!value.isObject()) {
      throw new Failure(".value.not_an_object");
    }
    if (PlainValue.map(PlainValue.of(value)).keySet().stream().anyMatch(REFUSED::contains)) {
      throw new Failure(".value.proto_polluted");
    }
    if (levels(value) > 16) {
      throw new Failure(".value.too_deep");
    }
  }

  private static int levels(JsonNode value) {
    int most = 0;
    for (JsonNode element : value) {
      most = Math.max(most, levels(element));
    }
    return value.isContainerNode() ? most + 1 : 0;
  }

  private static String type(JsonNode op) {
    return op.get("type").textValue();
  }

  private static List<String> path(JsonNode op) {
    JsonNode path = op.path("path");
    if (path.isTextual() && !path.textValue().isEmpty()) {
      return List.of(path.textValue());
    }
    List<String> names = new ArrayList<>();
    path.forEach(name -> names.add(name.textValue()));
    return names;
  }
}
