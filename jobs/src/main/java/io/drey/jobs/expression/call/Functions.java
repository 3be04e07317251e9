// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.expression.value.JsonInput;
import io.drey.jobs.expression.value.JsonOutput;
import io.drey.jobs.text.DurationText;
import io.drey.operators.event.time.InstantText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions of expressions. For an argument of the wrong type they return null or false. */
public final class Functions {
  static final String DURATION = "duration";
  static final String MATCHES = "matches";

  private static final Map<String, NamedFunction> ALL = new TreeMap<>();

  static {
    add(NamedFunction.of("has", 1, (none, args) -> args[0] != null));
    addOfText("time", Functions::epochMillis);
    addOfText(DURATION, Functions::durationMillis);
    addOfText("lower", text -> text.toLowerCase(Locale.ROOT));
    addOfText("upper", text -> text.toUpperCase(Locale.ROOT));
    addOfText("hash", Functions::sha256);
    addOfText("parseJson", JsonInput::parse);
    add(NamedFunction.of("toJson", 1, (none, args) -> JsonOutput.text(args[0])));
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

  /** By name, sorted. */
  public static Map<String, NamedFunction> all() {
    return ALL;
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
