// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavepointDirectoryTest {
  private final Path parent;
  private final Path target;
  private final Path incomplete;

  SavepointDirectoryTest(@TempDir Path parent) {
    this.parent = parent;
    this.target = parent.resolve("new");
    this.incomplete = parent.resolve(".new.incomplete");
  }

  @Test
  void appearsWhole() throws IOException {
    try (SavepointDirectory directory = SavepointDirectory.create(target)) {
      write(directory, "_metadata");

      assertThat(target).doesNotExist();
      directory.complete();
    }

    assertThat(target).isDirectoryContaining(file -> file.endsWith("_metadata"));
    assertThat(target.toFile().list()).hasSize(1);
    assertThat(incomplete).doesNotExist();
  }

  @Test
  void leavesNothingIfItIsNotCompleted() throws IOException {
    try (SavepointDirectory directory = SavepointDirectory.create(target)) {
      write(directory, "_metadata");
    }

    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void removesWhatAKilledProcessLeft() throws IOException {
    Files.createDirectory(incomplete);
    Files.writeString(incomplete.resolve("_metadata"), "half of it");
    Files.writeString(incomplete.resolve("lock"), "");

    try (SavepointDirectory directory = SavepointDirectory.create(target)) {
      write(directory, "state");
      directory.complete();
    }

    assertThat(target.toFile().list()).containsExactly("state");
    assertThat(incomplete).doesNotExist();
  }

  @Test
  void isWrittenByOneProcessAtATime() throws IOException {
    try (SavepointDirectory directory = SavepointDirectory.create(target)) {
      write(directory, "state");

      assertThatThrownBy(() -> SavepointDirectory.create(target))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("must not be in use but another process is writing '" + target + "'");

      assertThat(incomplete.resolve("state")).exists();
    }
  }

  @Test
  void replacesNothing() throws IOException {
    Files.createDirectory(target);
    Path nowhere = parent.resolve("no/where");

    assertThatThrownBy(() -> SavepointDirectory.create(target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must not exist but '" + target + "' does");
    assertThatThrownBy(() -> SavepointDirectory.create(nowhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be in an existing directory but '" + nowhere + "' is not");
    assertThat(incomplete).doesNotExist();
  }

  private static void write(SavepointDirectory directory, String name) throws IOException {
    try (OutputStream out = directory.create(name)) {
      out.write(1);
    }
  }
}
