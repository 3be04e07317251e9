// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.query.Statement.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select 1|QUERY",
        "(SELECT 1)|QUERY",
        "WITH a AS (SELECT 1) SELECT * FROM a|QUERY",
        "VALUES(1)|QUERY",
        "/* DROP */ SELECT 1|QUERY",
        "EXPLAIN SELECT 1|EXPLAIN",
        "desc a.b|DESCRIBE",
        "DESCRIBE a|DESCRIBE",
        "show  tables|SHOW_TABLES"
      })
  void knowsWhatChangesNothing(String sql, Kind kind) {
    assertThat(Statement.of(sql)).isEqualTo(new Statement(sql, kind));
  }

  @Test
  void passesOverCommentsAndTheEnd() {
    assertThat(Statement.of("  -- all\nSELECT 1 ; "))
        .isEqualTo(new Statement("-- all\nSELECT 1", Kind.QUERY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP TABLE a|DROP",
        "insert into a values (1)|insert",
        "SET 'a' = 'b'|SET",
        "CREATE FUNCTION f AS 'F'|CREATE",
        "SHOW FUNCTIONS|SHOW FUNCTIONS",
        "SHOW TABLES; DROP TABLE a|SHOW TABLES; DROP TABLE a",
        "-- SELECT|''",
        "''|''"
      })
  void refusesAllElse(String sql, String word) {
    assertThatThrownBy(() -> Statement.of(sql))
        .hasMessage(
            "Invalid query: must be SELECT, WITH, VALUES, EXPLAIN, SHOW TABLES or DESCRIBE but was '"
                + word
                + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a`b", "a.b"})
  void quotesNames(String name) {
    String quoted = "`" + name.replace("`", "``") + "`";

    assertThat(new TablePath(name, name)).hasToString(quoted + "." + quoted);
  }
}
