// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
  private final Path parent;

  RunLogTest(@TempDir Path parent) {
    this.parent = parent;
  }

  @Test
  void keepsALogForItsUserOnly() throws Exception {
    Path directory = Files.createDirectory(parent.resolve("drey-run-x"));
    try (RunLog log = RunLog.open(directory, false, true)) {
      assertThat(log.keep()).isEmpty();
      Files.writeString(directory.resolve("drey.log"), "secret\n");

      Path kept = log.keep().orElseThrow();

      assertThat(kept).hasParent(parent).hasContent("secret\n");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void tellsWhyCheckpointsFailed() throws Exception {
    Throwable gaveUp =
        new IllegalStateException(
            "Job failed",
            new IllegalStateException(
                "Exceeded checkpoint tolerable failure threshold. The latest"));
    try (RunLog log = RunLog.open(parent, false, true)) {
      assertThat(CheckpointFailure.explained(gaveUp, log)).isSameAs(gaveUp);
      Files.writeString(
          parent.resolve("drey.log"),
          """
          INFO asynchronous part of checkpoint 1 could not be completed.
          Caused by: java.io.IOException: Could not flush to file
          \tat io.Something
          Caused by: java.io.IOException: java.io.IOException: No space left on device
          INFO Shutting down
          """);

      assertThat(CheckpointFailure.explained(gaveUp, log))
          .hasMessage("Failed to write a checkpoint: No space left on device");
      Throwable other = new IllegalStateException("other");
      assertThat(CheckpointFailure.explained(other, log)).isSameAs(other);
    }
  }

  @Test
  void letsTheOldestGo() throws Exception {
    Path directory = Files.createDirectory(parent.resolve("drey-run-x"));
    Files.writeString(directory.resolve("drey.log"), "new\n");
    for (int i = 0; i < 12; i++) {
      Path old = Files.writeString(parent.resolve("drey-run-" + i + ".log"), "old\n");
      Files.setLastModifiedTime(old, FileTime.fromMillis(1000L * i));
    }
    Files.writeString(parent.resolve("drey-mine.log"), "");

    try (RunLog log = RunLog.open(directory, false, true)) {
      assertThat(log.keep().orElseThrow()).hasContent("new\n");
    }

    assertThat(parent.resolve("drey-mine.log")).exists();
    assertThat(parent.resolve("drey-run-2.log")).doesNotExist();
    assertThat(parent.resolve("drey-run-3.log")).exists();
    try (Stream<Path> logs = Files.list(parent)) {
      assertThat(logs.filter(log -> log.toString().matches(".*/drey-run-.*\\.log"))).hasSize(10);
    }
  }
}
