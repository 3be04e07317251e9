// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.function;

import com.google.re2j.Pattern;
import io.drey.jobs.expression.value.Equality;
import io.drey.jobs.expression.value.Limits;
import io.drey.jobs.expression.value.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods of strings, lists and maps that may be called.
 *
 * @param changing the names of those that change what they are called on
 */
public record Methods(
    Map<String, NamedFunction> text,
    Map<String, NamedFunction> list,
    Map<String, NamedFunction> map,
    Set<String> changing) {
  private static final Map<String, NamedFunction> TEXT = new TreeMap<>();
  private static final Map<String, NamedFunction> LIST = new TreeMap<>();
  private static final Map<String, NamedFunction> MAP = new TreeMap<>();

  /** The methods that expressions may call: they change nothing. */
  public static final Methods READING = new Methods(TEXT, LIST, MAP, Set.of());

  static {
    ofText("length", (text, args) -> text.length());
    ofText("size", (text, args) -> text.length());
    ofText("isEmpty", (text, args) -> text.isEmpty());
    ofText("trim", (text, args) -> text.trim());
    ofText("toLowerCase", (text, args) -> text.toLowerCase(Locale.ROOT));
    ofText("toUpperCase", (text, args) -> text.toUpperCase(Locale.ROOT));
    ofTexts("contains", (text, other) -> text.contains(other));
    ofTexts("startsWith", (text, other) -> text.startsWith(other));
    ofTexts("endsWith", (text, other) -> text.endsWith(other));
    ofTexts("indexOf", (text, other) -> text.indexOf(other));
    ofTexts("lastIndexOf", (text, other) -> text.lastIndexOf(other));
    ofTexts(Functions.MATCHES, (text, other) -> Regexes.matches(text, other));
    ofTexts("split", Methods::split);
    TEXT.put("charAt", NamedFunction.of("charAt", 1, Methods::charAt));
    TEXT.put("substring", new NamedFunction("substring", 1, 2, Methods::substring));
    TEXT.put("replace", NamedFunction.of("replace", 2, Methods::replace));

    ofList("size", 0, (list, args) -> list.size());
    ofList("isEmpty", 0, (list, args) -> list.isEmpty());
    ofList("contains", 1, (list, args) -> Equality.contains(list, args[0]));
    ofList("indexOf", 1, (list, args) -> Equality.indexOf(list, args[0]));
    ofList("get", 1, (list, args) -> element(list, args[0]));

    ofMap("size", 0, (map, args) -> map.size());
    ofMap("isEmpty", 0, (map, args) -> map.isEmpty());
    ofMap("containsKey", 1, (map, args) -> map.containsKey(args[0]));
    ofMap("get", 1, (map, args) -> map.get(args[0]));
    ofMap("getOrDefault", 2, (map, args) -> map.containsKey(args[0]) ? map.get(args[0]) : args[1]);
    ofMap("keySet", 0, (map, args) -> new ArrayList<>(map.keySet()));
    ofMap("values", 0, (map, args) -> new ArrayList<>(map.values()));
  }

  /** A method of one type of receiver; the number of arguments has been checked. */
  interface Of<T> {
    @Nullable Object call(T receiver, @Nullable Object[] arguments);
  }

  /** A method of a string that takes another string. */
  interface OfTexts {
    @Nullable Object call(String text, String other);
  }

  private static void ofText(String name, Of<String> body) {
    TEXT.put(name, NamedFunction.of(name, 0, (text, args) -> body.call((String) text, args)));
  }

  private static void ofTexts(String name, OfTexts body) {
    TEXT.put(
        name,
        NamedFunction.of(
            name,
            1,
            (text, args) ->
                args[0] instanceof String other ? body.call((String) text, other) : null));
  }

  private static void ofList(String name, int arguments, Of<List<?>> body) {
    LIST.put(
        name, NamedFunction.of(name, arguments, (list, args) -> body.call((List<?>) list, args)));
  }

  private static void ofMap(String name, int arguments, Of<Map<?, ?>> body) {
    MAP.put(
        name, NamedFunction.of(name, arguments, (map, args) -> body.call((Map<?, ?>) map, args)));
  }

  /** The method of that name, or null if the value has none. */
  public @Nullable NamedFunction find(@Nullable Object receiver, String name) {
    if (receiver instanceof String) {
      return text.get(name);
    }
    if (receiver instanceof List) {
      return list.get(name);
    }
    return receiver instanceof Map ? map.get(name) : null;
  }

  /** All methods of that name, for any type. */
  public List<NamedFunction> named(String name) {
    return Stream.of(text, list, map)
        .filter(methods -> methods.containsKey(name))
        .map(methods -> methods.get(name))
        .toList();
  }

  public List<String> names() {
    return Stream.of(text, list, map)
        .flatMap(methods -> methods.keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** The element at an index from 0, or null. */
  public static @Nullable Object element(List<?> list, @Nullable Object index) {
    Number number = Numbers.integer(index);
    if (number == null) {
      return null;
    }
    long at = number.longValue();
    return at >= 0 && at < list.size() ? list.get((int) at) : null;
  }

  private static @Nullable Object charAt(Object receiver, @Nullable Object[] args) {
    String text = (String) receiver;
    Number index = Numbers.integer(args[0]);
    return index == null ? null : part(text, index.longValue(), index.longValue() + 1);
  }

  private static @Nullable Object substring(Object receiver, @Nullable Object[] args) {
    String text = (String) receiver;
    Number from = Numbers.integer(args[0]);
    Number to = args.length == 2 ? Numbers.integer(args[1]) : Integer.valueOf(text.length());
    return from == null || to == null ? null : part(text, from.longValue(), to.longValue());
  }

  private static @Nullable String part(String text, long from, long to) {
    return from >= 0 && from <= to && to <= text.length()
        ? text.substring((int) from, (int) to)
        : null;
  }

  private static @Nullable Object replace(Object receiver, @Nullable Object[] args) {
    String text = (String) receiver;
    if (!(args[0] instanceof String target && args[1] instanceof String replacement)) {
      return null;
    }
    int step = Math.max(target.length(), 1);
    long found = target.isEmpty() ? 1 : 0;
    for (int i = text.indexOf(target); i >= 0 && i < text.length(); i = text.indexOf(target, i)) {
      found++;
      i += step;
    }
    Limits.checkResult(text.length() + found * (replacement.length() - target.length()));
    return text.replace(target, replacement);
  }

  /** Splits as Java does, without empty parts at the end; the separator is an RE2/J regex. */
  private static @Nullable Object split(String text, String regex) {
    Limits.checkResult(text.length());
    Pattern separator = Regexes.pattern(regex);
    return separator == null ? null : Arrays.asList(separator.split(text));
  }
}
