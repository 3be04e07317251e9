// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import java.util.List;
import java.util.Random;

/** Random plain conditions, and random events that they have something to say of. */
final class TestingExpressions {
  private static final List<String> FIELDS =
      List.of(
          "event.a",
          "event.b",
          "event.c",
          "event.o.a",
          "event.o.p.a",
          "event['a-b']",
          "event['a.b'].c",
          "event?.o?.a",
          "(event.a)",
          "event.missing");

  private static final List<String> TEXTS =
      List.of(
          "", "a", "b", "ab", "A", "401", "1", "true", "null", "?", "é", "😀", "\uE000", "\uD83D");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "401",
          "1.0",
          "1.5",
          "0.1",
          "1e0",
          "10e-1",
          "1e2",
          "100",
          "1E+2",
          "1e400",
          "1e-400",
          "9007199254740992",
          "9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999.5",
          "123456789012345678",
          "1234567890123456789",
          "1e99999999999",
          "0.1234567890123456789");

  private final Random random;

  TestingExpressions(long seed) {
    random = new Random(seed);
  }

  String condition() {
    return condition(3);
  }

  private String condition(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return comparison();
    }
    return switch (random.nextInt(6)) {
      case 0, 1 -> condition(depth - 1) + " && " + condition(depth - 1);
      case 2, 3 -> condition(depth - 1) + " || " + condition(depth - 1);
      case 4 -> "(" + condition(depth - 1) + ")";
      default -> "!(" + (random.nextBoolean() ? condition(depth - 1) : pick(FIELDS)) + ")";
    };
  }

  private String comparison() {
    String operator = pick(List.of("==", "!=", "<", "<=", ">", ">="));
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 -> pick(FIELDS) + " " + operator + " " + literal();
      case 4 -> literal() + " " + operator + " " + pick(FIELDS);
      case 5, 6 -> pick(FIELDS) + pick(List.of(" =~ ", " !~ ")) + list();
      default ->
          pick(FIELDS) + pick(List.of(" =~ ", " !~ ")) + pick(List.of("'a.*'", "'[0-9]+'", "''"));
    };
  }

  private String list() {
    StringBuilder list = new StringBuilder("[");
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      list.append(i == 0 ? "" : ", ").append(literal());
    }
    return list.append(']').toString();
  }

  private String literal() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> "'" + escaped(pick(TEXTS)) + "'";
      case 4, 5, 6 -> pick(NUMBERS.subList(0, NUMBERS.size() - 2));
      case 7 -> "-" + pick(NUMBERS.subList(0, NUMBERS.size() - 2));
      case 8 -> pick(List.of("true", "false"));
      default -> "null";
    };
  }

  String event() {
    return object(3);
  }

  private String object(int depth) {
    StringBuilder object = new StringBuilder("{");
    int size = random.nextInt(7);
    for (int i = 0; i < size; i++) {
      String name = pick(List.of("a", "a", "b", "c", "o", "p", "a-b", "a.b", "\\u0061"));
      object.append(i == 0 ? "\"" : ", \"").append(name).append("\":").append(value(depth, name));
    }
    return object.append('}').toString();
  }

  private String value(int depth, String name) {
    boolean nests = depth > 0 && (name.equals("o") || name.equals("p") || name.equals("a.b"));
    if (nests && random.nextInt(5) > 0) {
      return object(depth - 1);
    }
    return switch (random.nextInt(depth > 0 ? 12 : 10)) {
      case 0, 1, 2, 3 -> "\"" + escaped(pick(TEXTS)) + "\"";
      case 4, 5, 6 -> pick(NUMBERS);
      case 7 -> "-" + pick(NUMBERS);
      case 8 -> pick(List.of("true", "false"));
      case 9 -> "null";
      case 10 -> array(depth - 1);
      default -> object(depth - 1);
    };
  }

  private String array(int depth) {
    StringBuilder array = new StringBuilder("[");
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      array.append(i == 0 ? " " : " , ").append(value(depth, ""));
    }
    return array.append(" ]").toString();
  }

  /** The text with some of its characters, and all unpaired surrogates, as escapes. */
  private String escaped(String text) {
    boolean all = random.nextInt(3) == 0 || text.equals("\uD83D");
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      escaped.append(all ? String.format("\\u%04x", (int) c) : c);
    }
    return escaped.toString();
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
