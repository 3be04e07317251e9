// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowFormatTest {
  private static final List<String> COLUMNS = List.of("key", "what it does");
  private static final List<List<String>> ROWS =
      List.of(List.of("ttl", "how \"long\", at most"), List.of("refresh", "two\nlines"));

  @Test
  void alignsTheColumnsOfATable() {
    assertThat(RowFormat.TABLE.lines(COLUMNS, List.of(List.of("refresh", ""), List.of("", "x"))))
        .containsExactly("key      what it does", "refresh", "         x");
  }

  @Test
  void printsAnObjectALine() {
    assertThat(RowFormat.JSONL.lines(COLUMNS, ROWS))
        .containsExactly(
            "{\"key\":\"ttl\",\"what it does\":\"how \\\"long\\\", at most\"}",
            "{\"key\":\"refresh\",\"what it does\":\"two\\nlines\"}");
    assertThat(RowFormat.JSONL.lines(COLUMNS, List.of())).isEmpty();
  }

  @Test
  void printsOneJsonArray() {
    assertThat(RowFormat.JSON.lines(List.of("a"), List.of(List.of("1"), List.of("2"))))
        .containsExactly("[{\"a\":\"1\"},\n {\"a\":\"2\"}]");
    assertThat(RowFormat.JSON.lines(COLUMNS, List.of())).containsExactly("[]");
  }

  @Test
  void quotesCsvCellsWhereTheyNeedIt() {
    assertThat(RowFormat.CSV.lines(COLUMNS, ROWS))
        .containsExactly(
            "key,what it does", "ttl,\"how \"\"long\"\", at most\"", "refresh,\"two\nlines\"");
  }
}
