// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.expression.value.JsonInput;
import io.drey.jobs.expression.value.JsonOutput;
import io.drey.jobs.expression.value.Limits;
import io.drey.jobs.expression.value.ValueTypes;
import io.drey.jobs.text.DurationText;
import io.drey.operators.event.time.InstantText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions of expressions. For an argument of the wrong type they return null or false. */
public final class Functions {
  public static final String DURATION = "duration";
  public static final String MATCHES = "matches";
  public static final String MATCH = "match";

  private static final Map<String, NamedFunction> ALL = new TreeMap<>();

  static {
    add(NamedFunction.of("has", 1, (none, args) -> args[0] != null));
    addOfText("time", Functions::epochMillis);
    addOfText(DURATION, Functions::durationMillis);
    addOfText("lower", text -> text.toLowerCase(Locale.ROOT));
    addOfText("upper", text -> text.toUpperCase(Locale.ROOT));
    addOfText("hash", Functions::sha256);
    addOfText("parseJson", JsonInput::parse);
    add(NamedFunction.of("number", 1, (none, args) -> number(args[0])));
    add(NamedFunction.of("text", 1, (none, args) -> text(args[0])));
    addOfTexts("split", Functions::split);
    addOfTexts(MATCH, Regexes::groups);
    add(NamedFunction.of("toJson", 1, (none, args) -> JsonOutput.text(args[0])));
    add(NamedFunction.of("typeOf", 1, (none, args) -> ValueTypes.name(args[0])));
    NumberFunctions.ALL.forEach(Functions::add);
    ListFunctions.ALL.forEach(Functions::add);
    add(
        NamedFunction.of(
            MATCHES,
            2,
            (none, args) ->
                args[0] instanceof String text
                    && args[1] instanceof String regex
                    && Regexes.matches(text, regex)));
  }

  private Functions() {}

  private static void add(NamedFunction operation) {
    ALL.put(operation.name(), operation);
  }

  private static void addOfText(String name, Function<String, @Nullable Object> body) {
    add(
        NamedFunction.of(
            name, 1, (none, args) -> args[0] instanceof String text ? body.apply(text) : null));
  }

  private static void addOfTexts(String name, BiFunction<String, String, @Nullable Object> body) {
    add(
        NamedFunction.of(
            name,
            2,
            (none, args) ->
                args[0] instanceof String text && args[1] instanceof String other
                    ? body.apply(text, other)
                    : null));
  }

  /** By name, sorted. */
  public static Map<String, NamedFunction> all() {
    return ALL;
  }

  private static @Nullable Object number(@Nullable Object value) {
    if (value instanceof String text) {
      return JsonInput.number(text);
    }
    return value instanceof Number ? value : null;
  }

  private static @Nullable Object text(@Nullable Object value) {
    return value == null ? null : JsonOutput.plain(value);
  }

  /** All the parts between separators, empty ones too. */
  private static @Nullable Object split(String text, String separator) {
    if (separator.isEmpty()) {
      return null;
    }
    Limits.checkResult(text.length());
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
      parts.add(text.substring(from, to));
      from = to + separator.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static @Nullable Long epochMillis(String text) {
    Instant instant = InstantText.parse(text);
    return instant == null ? null : (Long) instant.toEpochMilli();
  }

  private static @Nullable Long durationMillis(String text) {
    try {
      return DurationText.parse(text).toMillis();
    } catch (IllegalArgumentException noDuration) {
      return null;
    }
  }
}
