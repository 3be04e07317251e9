// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlEditsTest {
  private static final int COLUMNS = 40;
  private static final List<String> TWO = List.of("{n: 1}", "{n: 2}");

  @Test
  void keepsAllThatItDoesNotReplace() {
    String text = "# ä\n- a: [1]   # one\n  b: 2 # \uD83D\uDE00\n  c: 'x'\n\n# end\n";
    YamlEdits edits = new YamlEdits(text);
    edits.replace(new Position(4, 6), "y");
    edits.replace(new Position(2, 6), List.of("2"), COLUMNS);

    assertThat(edits.text()).isEqualTo(text.replace("[1]", "[2]").replace("'x'", "y"));
  }

  @Test
  void aListIsWrittenBelowItsKeyUnlessItFits() {
    assertThat(list("a:\n  b: [1]   # c\nd: 1\n", 2, 6, TWO))
        .isEqualTo("a:\n  b:\n    - {n: 1}\n    - {n: 2}   # c\nd: 1\n");
    assertThat(list("a:\n  b: [1]\n", 2, 6, List.of("{n: 1}"))).isEqualTo("a:\n  b: [{n: 1}]\n");
    assertThat(list("a:\n  b: [1]\n", 2, 6, List.of("{n: '" + "x".repeat(COLUMNS) + "'}")))
        .isEqualTo("a:\n  b:\n    - {n: '" + "x".repeat(COLUMNS) + "'}\n");
    assertThat(list("a:\n  b: [1]\n", 2, 6, List.of())).isEqualTo("a:\n  b: []\n");
  }

  @Test
  void aListBelowItsKeyStaysThere() {
    assertThat(list("a: # c\n  - 1\n  - {x: 2}\n\n# d\nb: 1\n", 2, 3, TWO))
        .isEqualTo("a: # c\n  - {n: 1}\n  - {n: 2}\n\n# d\nb: 1\n");
    assertThat(list("a:\n- 1\nb: 1\n", 2, 1, TWO)).isEqualTo("a:\n- {n: 1}\n- {n: 2}\nb: 1\n");
    assertThat(list("a:\n  - x:\n      - 1\nb: 1\n", 2, 3, List.of()))
        .isEqualTo("a:\n  []\nb: 1\n");
  }

  @Test
  void aListInBracesStaysThere() {
    assertThat(list("a: {b: [1], c: 2}\n", 1, 8, TWO))
        .isEqualTo("a: {b: [{n: 1}, {n: 2}], c: 2}\n");
  }

  @Test
  void linesEndAsTheOthersOfTheFile() {
    assertThat(list("a: [1]\r\nb: 2\r\n", 1, 4, TWO))
        .isEqualTo("a:\r\n  - {n: 1}\r\n  - {n: 2}\r\nb: 2\r\n");
  }

  private static String list(String text, int line, int column, List<String> items) {
    YamlEdits edits = new YamlEdits(text);
    edits.replace(new Position(line, column), items, COLUMNS);
    return edits.text();
  }
}
