// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.sink.SinkMetrics;
import io.drey.jobs.sink.line.LineOptions;
import io.drey.jobs.sink.line.OutputFormat;
import io.drey.operators.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts whose content vanishes before they have their final name. */
class LostPartTest {
  private final Path dir;

  LostPartTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @ParameterizedTest
  @CsvSource({
    "out/x.jsonl, CREATE",
    "out/x.jsonl, APPEND",
    "out/x.jsonl, OVERWRITE",
    "out, CREATE",
    "out, APPEND",
    "out, OVERWRITE"
  })
  void failsWhereTheContentOfAPartIsGone(String name, FileMode mode) throws Exception {
    FileOutput output = output(name, mode);
    Collection<FinishedPart> parts = write(output);
    Path hidden = hidden();
    FileUtils.deleteDirectory(dir.resolve("out").toFile());

    assertThatThrownBy(() -> commit(output, FinishedPart.NONE, parts))
        .isInstanceOf(LostPartException.class)
        .hasMessageMatching(
            "Cannot complete '%s/out/\\S+\\.jsonl': its content, in '\\Q%s\\E' until then, is gone"
                .formatted(dir, hidden.getFileName()));
  }

  @Test
  void failsWhereTheContentOfAPartIsCut() throws Exception {
    FileOutput output = output("out.jsonl", FileMode.CREATE);
    Collection<FinishedPart> parts = write(output);
    Files.writeString(hidden(), "{");

    assertThatThrownBy(() -> commit(output, FinishedPart.NONE, parts))
        .isInstanceOf(LostPartException.class)
        .hasMessageEndingWith("until then, has 1 of 8 bytes");
    assertThat(dir.resolve("out.jsonl")).doesNotExist();
  }

  @Test
  void failsAtTheNextCheckpointOfAPartThatIsGone() throws Exception {
    FileOutput output = output("out.jsonl", FileMode.CREATE);
    try (PartWriter writer = writer(output)) {
      writer.write(Event.of("{\"n\":1}"), FileSinkTest.NO_CONTEXT);
      Files.delete(hidden());

      assertThatThrownBy(() -> writer.snapshotState(1)).isInstanceOf(LostPartException.class);
    }
  }

  /** It got its name before the savepoint, and somebody took it away since. */
  @Test
  void takesARestoredPartThatIsGoneForComplete() throws Exception {
    FileOutput output = output("out.jsonl", FileMode.CREATE);
    Collection<FinishedPart> parts = write(output);
    commit(output, FinishedPart.NONE, parts);
    Files.delete(dir.resolve("out.jsonl"));

    commit(output, 7, parts);

    assertThat(dir.resolve("out.jsonl")).doesNotExist();
  }

  @Test
  void readsPartsOfVersion1() throws Exception {
    FileOutput output = output("out.jsonl", FileMode.CREATE);
    DataOutputSerializer version1 = new DataOutputSerializer(64);
    write(output).iterator().next().file().write(version1);

    FinishedPart part = new FinishedPartSerializer().deserialize(1, version1.getCopyOfBuffer());
    commit(output, FinishedPart.NONE, List.of(part));

    assertThat(part.restoredFrom()).isEqualTo(FinishedPart.UNKNOWN);
    assertThat(dir.resolve("out.jsonl")).hasContent("{\"n\":1}\n");
  }

  private FileOutput output(String name, FileMode mode) {
    return new FileOutput(
        "out", new FileSink(dir + "/" + name, LineOptions.of(OutputFormat.JSON), mode), true);
  }

  private static PartWriter writer(FileOutput output) throws IOException {
    SinkMetrics metrics = new SinkMetrics(new UnregisteredMetricsGroup(), "out");
    return new PartWriter(output, files(output), 0, FinishedPart.NONE, metrics, List.of());
  }

  private static RecoverableWriter files(FileOutput output) throws IOException {
    return output.options().fileTarget().fileSystem().createRecoverableWriter();
  }

  private static Collection<FinishedPart> write(FileOutput output) throws IOException {
    try (PartWriter writer = writer(output)) {
      writer.write(Event.of("{\"n\":1}"), FileSinkTest.NO_CONTEXT);
      writer.flush(true);
      return writer.prepareCommit();
    }
  }

  private static void commit(FileOutput output, long restoredFrom, Collection<FinishedPart> parts)
      throws IOException {
    for (FinishedPart part : parts) {
      new PartCommitter(files(output), restoredFrom)
          .commit(List.of(new TestingCommitRequest(part)));
    }
  }

  private Path hidden() throws IOException {
    try (Stream<Path> files = Files.walk(dir)) {
      return files
          .filter(file -> file.toString().contains(".inprogress."))
          .findFirst()
          .orElseThrow();
    }
  }
}
