// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.source.TestingContext;
import io.drey.jobs.source.TestingOutput;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.InputFormat;
import io.drey.jobs.source.line.SourceMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are rotated between a listing and the look into them. */
class FileBacklogTest {
  private static final String LINES = "{\"n\":1}\n".repeat(1000);

  private final Path dir;

  /** What happens after the next listing. */
  private Runnable meanwhile = () -> {};

  FileBacklogTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void knowsTheCopyOfAFileThatIsCutMeanwhile() throws Exception {
    write("app.log", LINES);
    FileBacklog backlog = known(read());
    write("app.log.1", LINES);

    meanwhile = () -> write("app.log", "");
    backlog.refresh();

    assertThat(backlog.state()).extracting(FileSplit::path).containsExactly(dir + "/app.log.1");
    assertThat(backlog.isEmpty()).isTrue();
  }

  @Test
  void knowsTheCopyOfAFileThatIsRenamedMeanwhile() throws Exception {
    write("app.log", LINES);
    FileBacklog backlog = known(read());
    write("copy.log", LINES);

    meanwhile = () -> move("app.log", "app.log.1");
    backlog.refresh();

    assertThat(backlog.state()).extracting(FileSplit::path).containsExactly(dir + "/app.log.1");
    assertThat(backlog.copies()).isEqualTo(1);
  }

  /** With files that have been looked into, and are not looked into again. */
  private FileBacklog known(List<FileSplit> known) throws IOException {
    FileBacklog backlog =
        new FileBacklog(
            new FileInput(TestingContext.OPEN, options()) {
              private static final long serialVersionUID = 1L;

              @Override
              List<InputFile> list(RotationBases bases) throws IOException {
                List<InputFile> files = super.list(bases);
                meanwhile.run();
                meanwhile = () -> {};
                return files;
              }
            });
    backlog.add(known);
    backlog.refresh();
    return backlog;
  }

  private List<FileSplit> read() throws Exception {
    FileInput input = new FileInput(TestingContext.OPEN, options());
    TestingOutput output = new TestingOutput();
    SourceMetrics metrics = new SourceMetrics(new UnregisteredMetricsGroup(), "in");
    try (FileReader reader = new FileReader(input, metrics)) {
      reader.notifyNoMoreSplits();
      while (reader.pollNext(output) == InputStatus.MORE_AVAILABLE) {}
      return reader.snapshotState(1);
    }
  }

  private FileSource options() {
    return new FileSource(dir.toString(), FormatOptions.of(InputFormat.JSON), null, false);
  }

  private void write(String name, String text) {
    try {
      Files.writeString(dir.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void move(String from, String to) {
    try {
      Files.move(dir.resolve(from), dir.resolve(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
