// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.function;

import io.drey.jobs.expression.value.Branch;
import io.drey.jobs.expression.value.Equality;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.expression.value.JsonOutput;
import io.drey.jobs.expression.value.Numbers;
import io.drey.jobs.expression.value.ScriptList;
import io.drey.jobs.expression.value.ScriptMap;
import io.drey.jobs.expression.value.Trees;
import io.drey.jobs.expression.value.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Methods of scripts that change lists and objects, in addition to {@link Methods#READING}. */
public final class ChangingMethods {
  private static final Map<String, NamedFunction> LIST = new TreeMap<>();
  private static final Map<String, NamedFunction> MAP = new TreeMap<>();
  private static final Set<String> CHANGING = new TreeSet<>();

  static {
    changeList("add", 1, 2, ChangingMethods::add);
    changeList("addAll", 1, 1, (list, args) -> list.addAll(List.copyOf(list(args[0]))));
    changeList("set", 2, 2, (list, args) -> list.set(index(args[0], list.size() - 1), args[1]));
    changeList("remove", 1, 1, ChangingMethods::remove);
    changeList("clear", 0, 0, ChangingMethods::clear);
    changeList("sort", 0, 0, ChangingMethods::sort);
    changeList("reverse", 0, 0, ChangingMethods::reverse);
    LIST.put("subList", NamedFunction.of("subList", 2, ChangingMethods::subList));

    changeMap("put", 2, 2, ChangingMethods::put);
    changeMap("set", 2, 2, ChangingMethods::put);
    changeMap("putIfAbsent", 2, 2, ChangingMethods::putIfAbsent);
    changeMap("putAll", 1, 1, ChangingMethods::putAll);
    changeMap("merge", 1, 1, ChangingMethods::putAll);
    changeMap("remove", 1, 1, (map, args) -> map.remove(Trees.name(args[0])));
    changeMap("clear", 0, 0, ChangingMethods::clear);
    readMap("contains", 1, 1, (map, args) -> map.containsKey(name(args[0])));
    readMap("containsKey", 1, 1, (map, args) -> map.containsKey(name(args[0])));
    readMap("get", 1, 2, ChangingMethods::get);
    readMap("getOrDefault", 2, 2, ChangingMethods::getOrDefault);
    readMap("keys", 0, 0, (map, args) -> all(map.keySet()));
    readMap("keySet", 0, 0, (map, args) -> all(map.keySet()));
    readMap("values", 0, 0, (map, args) -> all(map.values()));
    readMap("toMap", 0, 0, (map, args) -> copy(map));
  }

  /** All methods that scripts may call. */
  public static final Methods ALL = all();

  private ChangingMethods() {}

  private static Methods all() {
    return new Methods(
        both(Methods.READING.text(), Map.of()),
        both(Methods.READING.list(), LIST),
        both(Methods.READING.map(), MAP),
        CHANGING);
  }

  private static Map<String, NamedFunction> both(
      Map<String, NamedFunction> reading, Map<String, NamedFunction> changing) {
    Map<String, NamedFunction> all = new TreeMap<>(reading);
    all.putAll(changing);
    all.replaceAll((name, operation) -> operation.forScripts());
    return all;
  }

  private static void changeList(
      String name, int fewest, int most, Methods.Of<List<@Nullable Object>> body) {
    CHANGING.add(name);
    LIST.put(
        name,
        new NamedFunction(name, fewest, most, (list, args) -> body.call(castList(list), args)));
  }

  private static void changeMap(
      String name, int fewest, int most, Methods.Of<Map<String, @Nullable Object>> body) {
    CHANGING.add(name);
    readMap(name, fewest, most, body);
  }

  private static void readMap(
      String name, int fewest, int most, Methods.Of<Map<String, @Nullable Object>> body) {
    MAP.put(
        name, new NamedFunction(name, fewest, most, (map, args) -> body.call(castMap(map), args)));
  }

  @SuppressWarnings("unchecked") // lists of scripts are of anything
  private static List<@Nullable Object> castList(Object list) {
    return (List<@Nullable Object>) list;
  }

  @SuppressWarnings("unchecked") // maps of scripts have names as keys
  public static Map<String, @Nullable Object> castMap(Object map) {
    return (Map<String, @Nullable Object>) map;
  }

  private static @Nullable Object add(List<@Nullable Object> list, @Nullable Object[] args) {
    if (args.length == 1) {
      return list.add(args[0]);
    }
    list.add(index(args[0], list.size()), args[1]);
    return true;
  }

  /** A whole number is an index, as in Java; anything else is the element itself. */
  private static @Nullable Object remove(List<@Nullable Object> list, @Nullable Object[] args) {
    if (Numbers.isInteger(args[0])) {
      return list.remove(index(args[0], list.size() - 1));
    }
    int at = Equality.indexOf(list, args[0]);
    return at >= 0 && removed(list, at);
  }

  private static boolean removed(List<@Nullable Object> list, int at) {
    list.remove(at);
    return true;
  }

  private static @Nullable Object clear(List<@Nullable Object> list, @Nullable Object[] none) {
    list.clear();
    return null;
  }

  private static @Nullable Object clear(
      Map<String, @Nullable Object> map, @Nullable Object[] none) {
    map.clear();
    return null;
  }

  private static @Nullable Object sort(List<@Nullable Object> list, @Nullable Object[] none) {
    list.sort(Equality::order);
    return null;
  }

  private static @Nullable Object reverse(List<@Nullable Object> list, @Nullable Object[] none) {
    ((ScriptList) list).reverse();
    return null;
  }

  private static @Nullable Object subList(Object receiver, @Nullable Object[] args) {
    List<@Nullable Object> list = castList(receiver);
    int to = index(args[1], list.size());
    return new ArrayList<>(list.subList(index(args[0], to), to));
  }

  /** The default is also for a stored null, as with {@code ??}. */
  private static @Nullable Object get(Map<String, @Nullable Object> map, @Nullable Object[] args) {
    Object value = map.get(name(args[0]));
    return value == null && args.length == 2 ? args[1] : value;
  }

  /** As in Java: a stored null is a value. */
  private static @Nullable Object getOrDefault(
      Map<String, @Nullable Object> map, @Nullable Object[] args) {
    String name = name(args[0]);
    Object value = map.get(name);
    return value == null && !map.containsKey(name) ? args[1] : value;
  }

  private static @Nullable Object put(Map<String, @Nullable Object> map, @Nullable Object[] args) {
    return map.put(Trees.name(args[0]), args[1]);
  }

  private static @Nullable Object putIfAbsent(
      Map<String, @Nullable Object> map, @Nullable Object[] args) {
    String name = Trees.name(args[0]);
    return map.containsKey(name) ? map.get(name) : map.put(name, args[1]);
  }

  private static @Nullable Object putAll(
      Map<String, @Nullable Object> map, @Nullable Object[] args) {
    if (!(args[0] instanceof Map<?, ?> other)) {
      throw new ExpressionFailedException(
          "Invalid argument: must be an object but was " + ValueTypes.of(args[0]));
    }
    copy(castMap(other)).forEach(map::put);
    return null;
  }

  private static ScriptMap copy(Map<String, @Nullable Object> map) {
    ScriptMap copy = new ScriptMap();
    map.forEach(copy::put);
    return copy;
  }

  /** A list to iterate over; it may be longer than a value may be. */
  private static ScriptList all(Iterable<? extends @Nullable Object> elements) {
    ScriptList list = new ScriptList(Branch.large());
    elements.forEach(list::add);
    return list;
  }

  private static List<?> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new ExpressionFailedException(
        "Invalid argument: must be a list but was " + ValueTypes.of(value));
  }

  /** The entry name for a value; null, which no entry has, for a value that is no name. */
  private static @Nullable String name(@Nullable Object key) {
    return key == null ? null : Trees.name(key);
  }

  public static int index(@Nullable Object value, int last) {
    Number index = Numbers.integer(value);
    if (index == null || index.longValue() < 0 || index.longValue() > last) {
      throw new ExpressionFailedException(
          "Invalid index: must be from 0 to " + last + " but was " + JsonOutput.text(value));
    }
    return index.intValue();
  }
}
