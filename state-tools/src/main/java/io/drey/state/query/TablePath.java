// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

/** The path of a table: one of its operator's names, and the name of the state. */
record TablePath(String operator, String table) {
  /** The path as written in SQL. */
  @Override
  public String toString() {
    return quotedOperator() + "." + quoted(table);
  }

  String quotedOperator() {
    return quoted(operator);
  }

  private static String quoted(String name) {
    return '`' + name.replace("`", "``") + '`';
  }
}
