// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.output.Terminal;
import io.drey.state.snapshot.metadata.Readings;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingLineTest {
  private final SnapshotFiles files;

  ReadingLineTest(@TempDir Path directory) {
    this.files = SnapshotFiles.at(directory.toString());
  }

  @Test
  void isNotShownAmongRows() {
    assertThat(ReadingLine.of(terminal(true, true), new Readings())).isNull();
    assertThat(ReadingLine.of(terminal(true, false), new Readings())).isNull();
    assertThat(ReadingLine.of(terminal(false, false), new Readings())).isNull();
    assertThat(ReadingLine.of(terminal(false, true), new Readings()))
        .isNotNull()
        .satisfies(ReadingLine::close);
  }

  @Test
  void isShownOnATerminalThatGetsRowsAtTheEnd() {
    for (boolean outIsTerminal : List.of(true, false)) {
      assertThat(ReadingLine.beforeRows(terminal(outIsTerminal, true), files, List.of()))
          .isNotNull()
          .satisfies(ReadingLine::close);
      assertThat(ReadingLine.beforeRows(terminal(outIsTerminal, false), files, List.of())).isNull();
    }
  }

  private static Terminal terminal(boolean outIsTerminal, boolean errIsTerminal) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Terminal(nowhere, nowhere, outIsTerminal, errIsTerminal);
  }
}
