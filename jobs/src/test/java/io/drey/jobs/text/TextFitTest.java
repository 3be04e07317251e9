// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextFitTest {
  @Test
  void cutsAtColumnsRatherThanCharacters() {
    assertThat(TextFit.beginning("abcdef", 6)).isEqualTo("abcdef");
    assertThat(TextFit.beginning("abcdef", 5)).isEqualTo("abcd…");
    assertThat(TextFit.beginning("日本語", 6)).isEqualTo("日本語");
    assertThat(TextFit.beginning("日本語", 5)).isEqualTo("日本…");
    assertThat(TextFit.beginning("日本語", 4)).isEqualTo("日…");
    assertThat(TextFit.width("e\u0301\uD83D\uDE00")).isEqualTo(3);
  }

  @Test
  void shortensInTheMiddle() {
    assertThat(TextFit.ends("abcdefghij", 10)).isEqualTo("abcdefghij");
    assertThat(TextFit.ends("abcdefghij", 9)).isEqualTo("abcd…ghij");
    assertThat(TextFit.ends("abcdefghij", 4)).isEqualTo("ab…j");
    assertThat(TextFit.ends("abcdefghij", 1)).isEqualTo("…");
  }

  @Test
  void continuesWordsInTheNextLine() {
    assertThat(TextFit.lines("  step   once: 7 in, 3 out", 80, 9))
        .containsExactly("  step   once: 7 in, 3 out");
    assertThat(TextFit.lines("  step   once: 7 in, 3 out", 20, 9))
        .containsExactly("  step   once: 7 in,", "         3 out");
    assertThat(TextFit.lines("a long-unbroken-word b", 10, 2)).containsExactly("a long…ord", "  b");
    assertThat(TextFit.wholeWords("a long-unbroken-word b", 10, 2))
        .containsExactly("a", "  long-unbroken-word", "  b");
  }

  @Test
  void showsNothingThatControlsATerminal() {
    assertThat(TextFit.printable("a\tb\u001b[2J\u0007\u202ec\n")).isEqualTo("a b�[2J��c�");
  }
}
