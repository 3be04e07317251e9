// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.local.TestingCounts;
import io.drey.jobs.local.probe.TestingTap;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapLinesTest {
  private final List<String> lines = new ArrayList<>();
  private final TestingTap pairs = new TestingTap("pair.unmatched");

  @Test
  void showsEventsWithTheirPlaceWithoutSecretsAndControlCharacters() {
    TapLines shown = lines(terminal(false));
    pairs.pass("{\"a\":1}", "{\"b\":\"s3cret\u009b2J\"}");

    shown.accept(new TestingCounts().counts());
    shown.end();

    assertThat(lines)
        .containsExactly(
            "pair.unmatched #1 {\"a\":1}", "pair.unmatched #2 {\"b\":\"***\ufffd2J\"}");
  }

  @Test
  void coloursThePlaceInATerminal() {
    pairs.pass("{}");

    lines(terminal(true)).end();

    assertThat(lines).containsExactly("\u001b[36mpair.unmatched\u001b[0m #1 {}");
  }

  @Test
  void saysHowManyEventsWereNotShown() {
    TapLines shown = lines(terminal(false));
    for (int i = 0; i < 1200; i++) {
      pairs.pass("{}");
    }

    shown.end();

    assertThat(lines).hasSize(21).endsWith("pair.unmatched: 20 of 1,200 events shown");
  }

  @Test
  void saysThatNothingCame() {
    lines(terminal(false)).end();

    assertThat(lines).containsExactly("pair.unmatched: no events");
  }

  private TapLines lines(Terminal terminal) {
    return new TapLines(
        terminal, List.of(pairs.tap()), text -> text.replace("s3cret", "***"), lines::addAll);
  }

  private Terminal terminal(boolean isTerminal) {
    PrintWriter to = new PrintWriter(Writer.nullWriter());
    return new Terminal(to, to, isTerminal, isTerminal, 80, isTerminal);
  }
}
