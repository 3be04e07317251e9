// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.source.TestingContext;
import io.drey.jobs.source.TestingEnumeratorContext;
import io.drey.jobs.source.content.Content;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.InputFormat;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.jobs.source.single.ReadTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEnumeratorTest {
  private final Path dir;

  FileEnumeratorTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeEach
  void writeFiles() throws IOException {
    for (int size = 1; size <= 4; size++) {
      Files.writeString(dir.resolve("f" + size), (size + " bottles ").repeat(size * 100));
    }
  }

  @Test
  void sharesFilesBySizeOnceAllReadersAreThere() throws IOException {
    TestingEnumeratorContext<FileSplit> context = new TestingEnumeratorContext<>(2);
    FileEnumerator enumerator = enumerator(context, dir.toString(), UnassignedFiles.NONE);

    add(enumerator, context, 1, List.of());
    assertThat(context.assigned).isEmpty();
    add(enumerator, context, 0, List.of());

    assertThat(paths(context, 0)).containsExactlyInAnyOrder("f4", "f1");
    assertThat(paths(context, 1)).containsExactlyInAnyOrder("f3", "f2");
    assertThat(context.complete).containsExactlyInAnyOrder(1, 0);
  }

  @Test
  void findsWhatReadersReportUnderItsNewName() throws IOException {
    FileSplit read = read("f4");
    Files.move(dir.resolve("f4"), dir.resolve("renamed"));
    TestingEnumeratorContext<FileSplit> context = new TestingEnumeratorContext<>(1);
    FileEnumerator enumerator = enumerator(context, dir.toString(), UnassignedFiles.NONE);

    add(enumerator, context, 0, List.of(read));

    assertThat(paths(context, 0)).containsExactlyInAnyOrder("renamed", "f1", "f2", "f3");
    assertThat(context.assigned.get(0))
        .filteredOn(FileSplit::ended)
        .extracting(FileSplit::path)
        .containsExactly(dir + "/renamed");
  }

  @Test
  void keepsWhatIsNotAssignedYet() throws IOException {
    FileSplit read = read("f4");
    TestingEnumeratorContext<FileSplit> first = new TestingEnumeratorContext<>(2);
    FileEnumerator enumerator = enumerator(first, dir.toString(), UnassignedFiles.NONE);
    add(enumerator, first, 0, List.of(read));
    UnassignedFilesSerializer serializer = new UnassignedFilesSerializer();
    UnassignedFiles state =
        serializer.deserialize(1, serializer.serialize(enumerator.snapshotState(1)));
    assertThat(state.splits()).containsExactly(read);

    TestingEnumeratorContext<FileSplit> second = new TestingEnumeratorContext<>(1);
    add(enumerator(second, dir.toString(), state), second, 0, List.of());

    assertThat(second.assigned.get(0)).hasSize(4).filteredOn(FileSplit::ended).hasSize(1);
  }

  @Test
  void givesFilesOfALostReaderToItsSuccessor() throws IOException {
    TestingEnumeratorContext<FileSplit> context = new TestingEnumeratorContext<>(1);
    FileEnumerator enumerator = enumerator(context, dir.toString(), UnassignedFiles.NONE);
    add(enumerator, context, 0, List.of());
    List<FileSplit> given = List.copyOf(context.assigned.get(0));
    enumerator.addSplitsBack(given.subList(0, 2), 0);
    assertThat(enumerator.snapshotState(1).splits()).isEqualTo(given.subList(0, 2));
    context.assigned.clear();

    add(enumerator, context, 0, given.subList(2, 4));

    assertThat(context.assigned.get(0)).containsExactlyInAnyOrderElementsOf(given);
  }

  @Test
  void failsWhereThereAreNoFiles() {
    TestingEnumeratorContext<FileSplit> context = new TestingEnumeratorContext<>(1);
    FileEnumerator enumerator = enumerator(context, dir + "/nothing", UnassignedFiles.NONE);

    assertThatThrownBy(() -> add(enumerator, context, 0, List.of()))
        .hasRootCauseMessage("Cannot read '" + dir + "/nothing': no such file");
  }

  private static void add(
      FileEnumerator enumerator,
      TestingEnumeratorContext<FileSplit> context,
      int reader,
      List<FileSplit> splits) {
    context.register(reader, splits);
    enumerator.addReader(reader);
  }

  private static FileEnumerator enumerator(
      TestingEnumeratorContext<FileSplit> context, String path, UnassignedFiles restored) {
    FileSource options = new FileSource(path, FormatOptions.of(InputFormat.JSON), null, true);
    return new FileEnumerator(context, FileInput.of(TestingContext.ENDING, options), restored);
  }

  private FileSplit read(String name) throws IOException {
    String path = dir + "/" + name;
    try (Content content = Content.open(path)) {
      long length = content.readAllBytes().length;
      return new FileSplit(
          path, "", content.fingerprint(), new StreamPosition(length, 1, 0), ReadTimes.NONE, true);
    }
  }

  private List<String> paths(TestingEnumeratorContext<FileSplit> context, int reader) {
    return context.assigned.getOrDefault(reader, List.of()).stream()
        .map(split -> split.path().substring(dir.toString().length() + 1))
        .toList();
  }
}
