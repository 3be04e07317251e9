// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Updates of few names and many kinds of values, so that ops often meet. */
final class RandomUpdates {
  private static final String[] TYPES = {
    "set", "merge", "increment", "decrement", "append", "remove", "test"
  };
  private static final String[] NAMES = {"a", "b", "a.b", "é", "𝄞", "0"};
  private static final String[] REFUSED = {"", "__proto__", "constructor"};
  private static final String[] LEAVES = {
    "null",
    "true",
    "\"\"",
    "\"x\"",
    "\"é\\ud834\"",
    "0",
    "1",
    "1.0",
    "-2.50",
    "1e2",
    "1E+400",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551615",
    "2147483647",
    "100000000000000000000",
    "1.7976931348623157E308"
  };

  private final Random random;

  RandomUpdates(long seed) {
    this.random = new Random(seed);
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  String ops() {
    return "[" + list(this::op, random.nextInt(6)) + "]";
  }

  String value(int levels) {
    int kind = levels == 0 ? 0 : random.nextInt(5);
    return switch (kind) {
      case 1, 2 -> object(levels);
      case 3 -> "[" + list(() -> value(levels - 1), random.nextInt(3)) + "]";
      default -> pick(LEAVES);
    };
  }

  private String object(int levels) {
    String fields =
        Stream.of(NAMES)
            .filter(name -> oneIn(3))
            .map(name -> "\"" + name + "\":" + value(levels - 1))
            .collect(Collectors.joining(","));
    return "{" + fields + "}";
  }

  private String op() {
    String type = pick(TYPES);
    String value = type.endsWith("crement") ? by() : ",\"value\":" + argument(type);
    return "{\"type\":\"" + type + "\"" + path() + value + "}";
  }

  private String argument(String type) {
    if (!type.equals("merge") || oneIn(20)) {
      return value(2);
    }
    if (oneIn(20)) {
      int levels = 14 + random.nextInt(4);
      return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
    }
    return oneIn(20) ? "{\"prototype\":1}" : object(2);
  }

  private String by() {
    if (oneIn(3)) {
      return "";
    }
    String leaf = pick(LEAVES);
    return Trees.read(leaf).isNumber() ? ",\"by\":" + leaf : "";
  }

  private String path() {
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 1 -> ",\"path\":\"\"";
      case 2, 3, 4 -> ",\"path\":\"" + pick(NAMES) + "\"";
      default -> ",\"path\":[" + list(this::name, oneIn(50) ? 33 : random.nextInt(4)) + "]";
    };
  }

  private String name() {
    return "\"" + pick(oneIn(25) ? REFUSED : NAMES) + "\"";
  }

  private static String list(Supplier<String> elements, int size) {
    return Stream.generate(elements).limit(size).collect(Collectors.joining(","));
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }
}
