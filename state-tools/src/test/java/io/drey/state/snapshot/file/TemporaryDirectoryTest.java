// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryDirectoryTest {
  private final Path parent;

  TemporaryDirectoryTest(@TempDir Path parent) {
    this.parent = parent;
  }

  @Test
  void isDeletedWithItsLinksAndNotWhatTheyLeadTo() throws IOException {
    Path own = Files.createDirectory(parent.resolve("own"));
    Path table = Files.writeString(parent.resolve("1.sst"), "table");
    try (TemporaryDirectory directory = TemporaryDirectory.in(own)) {
      Files.createSymbolicLink(directory.path().resolve("1.sst"), table);
      Files.writeString(directory.path().resolve("CURRENT"), "manifest");
    }

    assertThat(own).isEmptyDirectory();
    assertThat(table).hasContent("table");
  }

  @Test
  void refusesMoreThanIsFree() throws IOException {
    try (TemporaryDirectory directory = TemporaryDirectory.in(parent)) {
      directory.require(0);

      assertThatThrownBy(() -> directory.require(Long.MAX_VALUE))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("Cannot write temporary files to " + parent + " (see --tmp)")
          .cause()
          .hasMessageMatching("it needs 9223372036854775807 bytes but only \\d+ are free");
    }
  }

  @Test
  void saysWhereItCannotBe() {
    Path nowhere = parent.resolve("nowhere");

    assertThatThrownBy(() -> TemporaryDirectory.in(nowhere))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Cannot write temporary files to " + nowhere + " (see --tmp)");
  }
}
