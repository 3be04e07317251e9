// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class PromptITCase {
  private static final String ENTER = "\r";
  private static final String TAB = "\t";
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final String CTRL_P = "\u0010";

  private final Path directory;

  PromptITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void completesEvaluatesAndForgetsALineAtCtrlC() throws Exception {
    Files.writeString(
        directory.resolve("in.jsonl"), "{\"user\":\"ann\",\"n\":1}\n{\"n\":2}\nno event\n");
    try (TypedTerminal terminal = TypedTerminal.open(directory, "xterm", "in.jsonl")) {
      terminal.await("event 1: {\"user\":\"ann\",\"n\":1}").await("eval> ");

      terminal.type("event.us" + TAB).await("event.user").type(ENTER).await("\r\n\"ann\"\r\n");
      terminal.await("eval> ").type("1 + uppr(2)" + ENTER);
      terminal.await("\r\n  1 + uppr(2)\r\n      ^\r\nUnknown function: 'uppr'");
      terminal.await("eval> ").type("max([1," + ENTER).await("    > ").type("7])" + ENTER);
      terminal.await("\r\n7\r\n").await("eval> ").type("nonsense").await("nonsense").type(CTRL_C);
      terminal.await("eval> ").type(":next" + ENTER).await("event 2: {\"n\":2}");
      terminal.await("eval> ").type(CTRL_D);

      assertThat(terminal.end()).as(terminal.shown()).isZero();
      assertThat(terminal.shown())
          .contains("Warning: source 'input': 1 malformed")
          .doesNotContain("Unknown variable: 'nonsense'");
    }
  }

  @Test
  void remembersWhatWasTypedForItsUserOnly() throws Exception {
    try (TypedTerminal terminal = TypedTerminal.open(directory, "xterm", "")) {
      terminal.await("eval> ").type("20 + 3" + ENTER).await("\r\n23\r\n");
      terminal.await("eval> ").type(":quit" + ENTER);
      assertThat(terminal.end()).as(terminal.shown()).isZero();
    }

    try (TypedTerminal terminal = TypedTerminal.open(directory, "xterm", "")) {
      terminal.await("eval> ").type(CTRL_P + CTRL_P).await("20 + 3").type(ENTER);
      terminal.await("\r\n23\r\n").await("eval> ").type(CTRL_D);
      assertThat(terminal.end()).as(terminal.shown()).isZero();
    }

    Path own = directory.resolve("state").resolve("drey");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
        .isEqualTo("rwx------");
    assertThat(own.resolve("eval-history")).content().contains("20 + 3");
  }

  @Test
  void worksInATerminalThatCanDoNothing() throws Exception {
    try (TypedTerminal terminal = TypedTerminal.open(directory, "dumb", "--script 'drop()'")) {
      terminal.await("eval> ").type("{\"n\":1}\n").await("emits nothing");
      terminal.await("eval> ").type("event.n + 1\n").await("\r\n2\r\n");
      terminal.await("eval> ").type(CTRL_D);

      assertThat(terminal.end()).as(terminal.shown()).isZero();
      assertThat(terminal.shown()).doesNotContain("WARNING");
    }
  }
}
