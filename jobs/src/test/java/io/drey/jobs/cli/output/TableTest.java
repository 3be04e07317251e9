// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final List<String> COLUMNS = List.of("name", "max size", "type");

  @Test
  void isAsWideAsItsCellsWhereThereIsRoom() {
    assertThat(lines(30, List.of(List.of("first", "128", "Long"), List.of("日本", "7", ""))))
        .containsExactly("name   max size  type", "first  128       Long", "日本   7");
  }

  @Test
  void shortensTheWidestCellsInTheMiddleButNoNumbers() {
    assertThat(
            lines(
                30,
                List.of(
                    List.of("a-rather-long-name-of-something", "1234567890", "Tuple4<Int,String>"),
                    List.of("short", "1", "Long"))))
        .containsExactly(
            "name      max size    type",
            "a-ra…ing  1234567890  Tupl…ng>",
            "short     1           Long");
  }

  @Test
  void keepsWholeWhatTheNextCommandIsGiven() {
    String job = "0123456789abcdef0123456789abcdef";
    String savepoint = "file:/savepoints/of-the-first-cluster/savepoint-012345-6789abcdef01";

    assertThat(lines(62, List.of(List.of(job, "7", "a-rather-long-name-of-something"))))
        .containsExactly(
            "name                              max size  type",
            job + "  7         a-rather-…omething");
    assertThat(lines(62, List.of(List.of(job, "7", savepoint))))
        .containsExactly("name      " + job, "max size  7", "type      " + savepoint);
  }

  @Test
  void continuesSentencesAndHeadersInTheNextLine() {
    assertThat(lines(30, List.of(List.of("k", "7", "how long it is kept after the last one"))))
        .containsExactly(
            "name  max     type",
            "      size",
            "k     7       how long it is",
            "              kept after the",
            "              last one");
  }

  @Test
  void leavesOutEmptyColumnsWhereThereIsNoRoom() {
    List<List<String>> rows = List.of(List.of("some-name", "", "a-type"));

    assertThat(lines(80, rows))
        .containsExactly("name       max size  type", "some-name            a-type");
    assertThat(lines(20, rows)).containsExactly("name       type", "some-name  a-type");
  }

  @Test
  void isABlockForEachRowWhereColumnsWouldBeTooNarrow() {
    assertThat(
            lines(
                20,
                List.of(
                    List.of("a-rather-long-name", "1234567890", "Long"), List.of("b", "", "x"))))
        .containsExactly(
            "name      a-rat…name",
            "max size  1234567890",
            "type      Long",
            "",
            "name      b",
            "type      x");
  }

  @Test
  void showsMinorRowsLastAndDimmed() {
    Terminal terminal = terminal(80, true);
    List<List<String>> rows = List.of(List.of("a", "0"), List.of("b", "1"));

    assertThat(
            RowFormat.TABLE.lines(List.of("x", "n"), rows, row -> row.get(1).equals("0"), terminal))
        .containsExactly("x  n", "b  1", "\u001b[2ma  0\u001b[0m");
    assertThat(
            RowFormat.CSV.lines(List.of("x", "n"), rows, row -> row.get(1).equals("0"), terminal))
        .containsExactly("x,n", "a,0", "b,1");
  }

  @Test
  void letsNoCellControlTheTerminal() {
    assertThat(lines(30, List.of(List.of("a\u001b[2J", "1", "b\nc"))))
        .containsExactly("name   max size  type", "a�[2J  1         b�c");
  }

  private static List<String> lines(int columns, List<List<String>> rows) {
    return RowFormat.TABLE.lines(COLUMNS, rows, terminal(columns, false));
  }

  private static Terminal terminal(int columns, boolean hasStyles) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Terminal(nowhere, nowhere, true, true, columns, hasStyles);
  }
}
