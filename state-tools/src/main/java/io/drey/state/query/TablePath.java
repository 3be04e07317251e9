package io.drey.state.query;

/** Where a table is found: its operator, by one of its names, and its own name. */
record TablePath(String operator, String table) {
  /** As it is written in SQL. */
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
