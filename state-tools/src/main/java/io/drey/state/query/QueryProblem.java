// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes what is wrong with a query: Flink's message in one line, and a hint. */
final class QueryProblem {
  private static final Pattern PREFIX = Pattern.compile("SQL (parse|validation) failed\\. ");
  private static final Pattern UNKNOWN = Pattern.compile("not found|does(n't| not) exist");
  private static final Pattern ENCOUNTERED = Pattern.compile("Encountered \"(\\w+)");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|`[^`]*`|--[^\\n]*");
  private static final Pattern WORD = Pattern.compile("\\w+");

  /**
   * Columns and fields whose names are reserved in SQL; the parser reports them at varying places.
   */
  private static final Set<String> RESERVED = Set.of("value", "timestamp", "start", "end");

  private QueryProblem() {}

  static String of(String sql, StateTables tables, RuntimeException failure) {
    String message = String.valueOf(failure.getMessage());
    String first = message.lines().findFirst().orElse("");
    String bare = PREFIX.matcher(first).replaceFirst("").replaceFirst("\\.$", "");
    return "Invalid query: " + bare + hint(sql, tables, message);
  }

  private static String hint(String sql, StateTables tables, String message) {
    if (message.startsWith("SQL parse failed")) {
      String word = reserved(sql, tables, message);
      return word.isEmpty() ? "" : ": write `" + word + "` in back-ticks, it is reserved in SQL";
    }
    boolean isUnknown = UNKNOWN.matcher(message).find() && !message.contains("Column '");
    if (isUnknown && !tables.damage().isEmpty()) {
      return ", perhaps since part of the savepoint is damaged: " + tables.damage().get(0);
    }
    return isUnknown ? ": SHOW TABLES lists all tables" : "";
  }

  /** Returns a column name in the query that is reserved in SQL and not quoted; empty if none. */
  private static String reserved(String sql, StateTables tables, String message) {
    Matcher encountered = ENCOUNTERED.matcher(message);
    if (encountered.find() && tables.hasColumn(encountered.group(1))) {
      return encountered.group(1);
    }
    Matcher words = WORD.matcher(QUOTED.matcher(sql).replaceAll(" "));
    while (words.find()) {
      if (RESERVED.contains(words.group().toLowerCase(Locale.ROOT))) {
        return words.group();
      }
    }
    return "";
  }
}
