// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A read-only statement.
 *
 * @param sql the statement without its trailing semicolon
 */
record Statement(String sql, Kind kind) {
  /** How it is run. */
  enum Kind {
    QUERY,
    SHOW_TABLES,
    DESCRIBE,
    EXPLAIN
  }

  private static final Pattern FIRST_WORD =
      Pattern.compile("(?:\\s|--[^\\n]*(?:\\n|$)|/\\*.*?\\*/)*(\\(|[^\\s(;]*)", Pattern.DOTALL);
  private static final Pattern SHOW_TABLES =
      Pattern.compile("SHOW\\s+TABLES", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("`((?:[^`]|``)*)`|\\w+");
  private static final Map<String, Kind> KINDS =
      Map.of(
          "SELECT", Kind.QUERY,
          "WITH", Kind.QUERY,
          "VALUES", Kind.QUERY,
          "(", Kind.QUERY,
          "EXPLAIN", Kind.EXPLAIN,
          "DESCRIBE", Kind.DESCRIBE,
          "DESC", Kind.DESCRIBE);

  /** Returns all words in it that may be names of tables. */
  Set<String> names() {
    return NAME.matcher(sql)
        .results()
        .map(found -> found.group(1) == null ? found.group() : found.group(1).replace("``", "`"))
        .collect(Collectors.toSet());
  }

  /**
   * Parses a statement by its first word.
   *
   * @throws IllegalArgumentException if the statement is not known to be read-only
   */
  static Statement of(String written) {
    String sql = written.strip().replaceFirst("\\s*;$", "");
    Matcher matcher = FIRST_WORD.matcher(sql);
    String first = matcher.lookingAt() ? matcher.group(1) : "";
    Kind kind = KINDS.get(first.toUpperCase(Locale.ROOT));
    if (kind != null) {
      return new Statement(sql, kind);
    }
    if (SHOW_TABLES.matcher(sql.substring(matcher.start(1))).matches()) {
      return new Statement(sql, Kind.SHOW_TABLES);
    }
    throw new IllegalArgumentException(
        "Invalid query: must be SELECT, WITH, VALUES, EXPLAIN, SHOW TABLES or DESCRIBE but was '"
            + (first.equalsIgnoreCase("SHOW") ? sql : first)
            + "'");
  }
}
