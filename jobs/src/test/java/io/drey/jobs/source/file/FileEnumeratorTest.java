// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.source.TestingEnumeratorContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEnumeratorTest {
  private final Path dir;

  FileEnumeratorTest(@TempDir Path dir) throws IOException {
    this.dir = dir;
    for (int i = 1; i <= 4; i++) {
      Files.writeString(dir.resolve("f" + i), "x".repeat(10 * i));
    }
  }

  @Test
  void givesReadersAboutTheSameNumberOfBytes() {
    TestingEnumeratorContext<FileSplit> context = new TestingEnumeratorContext<>(2);
    FileEnumerator enumerator = start(context, Set.of());

    enumerator.addReader(1);
    enumerator.addReader(0);

    assertThat(context.assigned.get(0)).containsExactlyInAnyOrder(unread("f4"), unread("f1"));
    assertThat(context.assigned.get(1)).containsExactlyInAnyOrder(unread("f3"), unread("f2"));
    assertThat(context.complete).containsExactly(1, 0);
  }

  @Test
  void givesOnlyFilesNobodyWasGiven() throws IOException {
    TestingEnumeratorContext<FileSplit> first = new TestingEnumeratorContext<>(2);
    FileEnumerator enumerator = start(first, Set.of());
    enumerator.addReader(0);
    AssignedFilesSerializer serializer = new AssignedFilesSerializer();
    AssignedFiles state =
        serializer.deserialize(1, serializer.serialize(enumerator.snapshotState(1)));
    Files.writeString(dir.resolve("f5"), "x");

    TestingEnumeratorContext<FileSplit> second = new TestingEnumeratorContext<>(1);
    start(second, state.paths()).addReader(0);

    assertThat(second.assigned.get(0))
        .containsExactlyInAnyOrder(unread("f5"), unread("f3"), unread("f2"));
  }

  @Test
  void givesFilesOfALostReaderToItsSuccessor() {
    TestingEnumeratorContext<FileSplit> context = new TestingEnumeratorContext<>(1);
    FileEnumerator enumerator = start(context, Set.of());
    enumerator.addReader(0);
    enumerator.addSplitsBack(List.of(unread("f1")), 0);
    assertThat(enumerator.snapshotState(1).paths()).doesNotContain(dir + "/f1").hasSize(3);

    enumerator.addReader(0);

    assertThat(context.assigned.get(0)).hasSize(5).last().isEqualTo(unread("f1"));
  }

  @Test
  void failsWhereThereAreNoFiles() {
    InputFiles files = new InputFiles(dir + "/nothing");
    FileEnumerator enumerator =
        new FileEnumerator(new TestingEnumeratorContext<>(1), files, new AssignedFiles(Set.of()));

    assertThatThrownBy(enumerator::start)
        .hasRootCauseMessage("Cannot read '" + dir + "/nothing': no such file");
  }

  private FileEnumerator start(TestingEnumeratorContext<FileSplit> context, Set<String> known) {
    FileEnumerator enumerator =
        new FileEnumerator(context, new InputFiles(dir.toString()), new AssignedFiles(known));
    enumerator.start();
    return enumerator;
  }

  private FileSplit unread(String name) {
    return FileSplit.unread(dir + "/" + name);
  }
}
