// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.sink.SinkContext;
import io.drey.jobs.sink.SinkMetrics;
import io.drey.jobs.sink.line.LineOptions;
import io.drey.jobs.sink.line.OutputFormat;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class FileSinkTest {
  private static final SinkContext BOUNDED =
      new SinkContext("out", "p", true, false, false, false, false);
  private static final SinkContext KEPT_OPEN =
      new SinkContext("out", "p", true, true, false, false, false);
  private static final SinkContext UNBOUNDED =
      new SinkContext("out", "p", false, false, false, false, false);
  private static final SinkContext RESTORED =
      new SinkContext("out", "p", true, false, false, true, false);
  private static final long RESTORED_FROM = 1;
  public static final SinkWriter.Context NO_CONTEXT =
      new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
          return 0;
        }

        @Override
        public @Nullable Long timestamp() {
          return null;
        }
      };

  private final Path dir;

  FileSinkTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void showsAPartOnlyWhenTheInputHasEnded() throws Exception {
    FileOutput output = output("out", FileMode.CREATE, true);
    PartWriter writer = writer(output, List.of());
    write(writer, 1, 2);
    commit(output, checkpoint(writer));
    assertThat(visible()).isEmpty();
    write(writer, 3);

    end(output, writer);

    assertThat(visible()).isEqualTo("out/part-0-0.jsonl: 1 2 3");
    assertThat(hidden()).isEmpty();
  }

  @Test
  void closesAPartWithEachCheckpointWhereTheInputStaysOpen() throws Exception {
    FileOutput output = output("out", FileMode.CREATE, false);
    PartWriter writer = writer(output, List.of());
    write(writer, 1, 2);
    commit(output, checkpoint(writer));
    commit(output, checkpoint(writer));
    write(writer, 3);
    commit(output, checkpoint(writer));

    assertThat(visible()).isEqualTo("out/part-0-0.jsonl: 1 2, out/part-0-1.jsonl: 3");
    assertThat(hidden()).isEmpty();
  }

  @Test
  void writesEachEventOnceWhereverItFails() throws Exception {
    for (int failAt = 0; failAt < 24; failAt++) {
      runFailingAt(failAt, output("going" + failAt, FileMode.CREATE, true));
      runFailingAt(failAt, output("closed" + failAt, FileMode.CREATE, false));
      runFailingAt(failAt, output("one" + failAt + ".jsonl", FileMode.CREATE, true));
    }
  }

  /** Writes 12 numbers with a checkpoint behind every third, failing once before or at one. */
  private void runFailingAt(int failAt, FileOutput output) throws Exception {
    PartWriter writer = writer(output, List.of());
    Collection<PartState> state = List.of();
    Collection<FinishedPart> pending = List.of();
    int replayFrom = 0;
    boolean failed = false;
    for (int i = 0; i < 12; i++) {
      write(writer, i);
      if (!failed && failAt == 2 * i) {
        failed = true;
        writer.close();
        writer = writer(output, state);
        commit(output, RESTORED_FROM, pending);
        i = replayFrom - 1;
      } else if (i % 3 == 2) {
        writer.flush(false);
        Collection<FinishedPart> prepared = writer.prepareCommit();
        Collection<PartState> snapshot = writer.snapshotState(1);
        if (!failed && failAt == 2 * i + 1) {
          // The checkpoint is complete, but what it made ready was not yet committed.
          failed = true;
          writer.close();
          writer = writer(output, snapshot);
        }
        commit(output, prepared);
        state = snapshot;
        pending = prepared;
        replayFrom = i + 1;
      }
    }
    end(output, writer);

    assertThat(numbersIn(output)).isEqualTo(numbers(12));
  }

  @Test
  void forgetsAPartThatNoCheckpointKnows() throws Exception {
    PartWriter writer = writer(output("out", FileMode.CREATE, true), List.of());
    write(writer, 1);
    assertThat(hidden()).isNotEmpty();

    writer.close();

    assertThat(hidden()).isEmpty();
  }

  @Test
  void finishesThePartsOfWritersThatAreNoMore() throws Exception {
    FileOutput output = output("out", FileMode.CREATE, true);
    List<PartState> states = new ArrayList<>();
    for (int subtask = 0; subtask < 3; subtask++) {
      PartWriter writer = writer(output, subtask, List.of());
      write(writer, subtask);
      writer.flush(false);
      states.addAll(writer.snapshotState(1));
      writer.close();
    }

    PartWriter writer = writer(output, states);
    write(writer, 9);
    end(output, writer);

    assertThat(visible())
        .isEqualTo("out/part-0-0.jsonl: 0 9, out/part-1-0.jsonl: 1, out/part-2-0.jsonl: 2");
  }

  @Test
  void numbersPartsBehindThoseThatAreThere() throws Exception {
    file("out/part-0-7.jsonl", "0\n");
    file("out/.part-0-8.jsonl.inprogress.x", "0\n");
    FileOutput output = output("out", FileMode.APPEND, true);
    PartWriter writer = writer(output, List.of());
    write(writer, 1);
    end(output, writer);

    assertThat(visible()).isEqualTo("out/part-0-7.jsonl: 0, out/part-0-9.jsonl: 1");
  }

  @Test
  void appendsToOneFileBehindItsOldContent() throws Exception {
    file("out.jsonl", "7\n8");
    FileOutput output = output("out.jsonl", FileMode.APPEND, true);
    PartWriter writer = writer(output, List.of());
    write(writer, 9);
    end(output, writer);

    assertThat(visible()).isEqualTo("out.jsonl: 7 8 9");
  }

  @Test
  void overwritesOneFileOnlyWhenTheInputHasEnded() throws Exception {
    file("out.jsonl", "7\n");
    FileOutput output = output("out.jsonl", FileMode.OVERWRITE, true);
    PartWriter writer = writer(output, List.of());
    write(writer, 9);
    assertThat(visible()).isEqualTo("out.jsonl: 7");

    end(output, writer);

    assertThat(visible()).isEqualTo("out.jsonl: 9");
  }

  @Test
  void writesAnEmptyFileForNoEvents() throws Exception {
    FileOutput one = output("out.jsonl", FileMode.CREATE, true);
    end(one, writer(one, List.of()));
    FileOutput several = output("out", FileMode.CREATE, true);
    end(several, writer(several, List.of()));

    assertThat(visible()).isEqualTo("out.jsonl: ");
  }

  @Test
  void writesAHeaderOnceAFileAcrossARestore() throws Exception {
    FileSink sink =
        new FileSink(dir + "/out.csv", LineOptions.of(OutputFormat.CSV), FileMode.CREATE);
    FileOutput output = new FileOutput("out", sink, true);
    PartWriter writer = writer(output, List.of());
    writer.write(Event.of("{\"a\":1,\"b\":\"x,y\"}"), NO_CONTEXT);
    Collection<PartState> state = roundTrip(writer.snapshotState(1));
    writer.close();

    PartWriter restored = writer(output, state);
    restored.write(Event.of("{\"b\":null,\"a\":2,\"c\":3}"), NO_CONTEXT);
    end(output, restored);

    assertThat(visible()).isEqualTo("out.csv: a,b 1,\"x,y\" 2,");
  }

  private static List<PartState> roundTrip(Collection<PartState> states) throws IOException {
    PartStateSerializer serializer = new PartStateSerializer();
    List<PartState> copies = new ArrayList<>();
    for (PartState state : states) {
      copies.add(serializer.deserialize(1, serializer.serialize(state)));
    }
    return copies;
  }

  @Test
  void appendsToCsvUnderTheHeaderItHas() throws Exception {
    file("out.csv", "b,a\n1,2\n");
    FileSink sink =
        new FileSink(dir + "/out.csv", LineOptions.of(OutputFormat.CSV), FileMode.APPEND);
    FileOutput output = new FileOutput("out", sink, true);
    PartWriter writer = writer(output, List.of());
    writer.write(Event.of("{\"a\":3,\"b\":4}"), NO_CONTEXT);
    end(output, writer);

    assertThat(visible()).isEqualTo("out.csv: b,a 1,2 4,3");
  }

  @Test
  void refusesAPathThatIsNotEmpty() throws IOException {
    file("one.jsonl", "1\n");
    file("parts/x", "1\n");
    file("begun/.part-0-0.jsonl.inprogress.x", "1\n");
    for (String name : new String[] {"one.jsonl", "parts", "begun"}) {
      String message =
          "Cannot write to '%s/%s': it is not empty "
              + "(use mode append or overwrite, or continue from a savepoint)";
      assertThatThrownBy(() -> sink(name, FileMode.CREATE).checkTarget(BOUNDED))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(message, dir, name);
      assertThatCode(() -> sink(name, FileMode.APPEND).checkTarget(BOUNDED))
          .doesNotThrowAnyException();
      assertThatCode(() -> sink(name, FileMode.CREATE).checkTarget(RESTORED))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void takesAPathThatIsNotThereOrEmpty() throws IOException {
    file("empty.jsonl", "");
    Files.createDirectories(dir.resolve("empty"));
    for (String name : new String[] {"empty.jsonl", "empty", "new", "new.jsonl"}) {
      assertThatCode(() -> sink(name, FileMode.CREATE).checkTarget(KEPT_OPEN))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void refusesWhatCannotBe() throws IOException {
    file("parts", "");
    Files.createDirectories(dir.resolve("one.d"));

    assertThatThrownBy(() -> sink("parts", FileMode.APPEND).checkTarget(BOUNDED))
        .hasMessage("Cannot write part files to '%s/parts': it is a file", dir);
    assertThatThrownBy(() -> sink("one.d", FileMode.APPEND).checkTarget(BOUNDED))
        .hasMessage("Cannot write one file '%s/one.d': it is a directory", dir);
    assertThatThrownBy(() -> sink("x.jsonl", FileMode.CREATE).checkTarget(UNBOUNDED))
        .hasMessage(
            "Cannot write one file '%s/x.jsonl': the input never ends "
                + "(a path without extension takes part files)",
            dir);
    assertThatThrownBy(() -> sink("x.gz", FileMode.CREATE))
        .hasMessage(
            "Invalid path: must not end in .gz, output is never compressed, but was '%s/x.gz'",
            dir);
  }

  @Test
  void removesOnlyPartsWhenItOverwrites() throws IOException {
    file("out/part-0-0.jsonl", "1\n");
    file("out/.part-1-0.jsonl.inprogress.x", "1\n");
    file("out/mine.txt", "1\n");

    sink("out", FileMode.OVERWRITE).prepare(RESTORED);
    assertThat(visible()).isEqualTo("out/mine.txt: 1, out/part-0-0.jsonl: 1");
    sink("out", FileMode.OVERWRITE).prepare(BOUNDED);

    assertThat(visible()).isEqualTo("out/mine.txt: 1");
    assertThat(hidden()).isEmpty();
  }

  @Test
  void removesWhatNoCheckpointKnowsAndNothingElse() throws IOException {
    file("out/part-0-5.jsonl", "1\n");
    file("out/.part-0-1.jsonl.inprogress.x", "2\n");
    file("out/.part-0-2.jsonl.inprogress.x", "3\n");
    file("out/.part-0-2.jsonl.inprogress.y", "4\n");
    file("out/.part-1-2.jsonl.inprogress.x", "5\n");

    output("out", FileMode.CREATE, true).removeUnfinished(0, 2);

    assertThat(visible()).isEqualTo("out/part-0-5.jsonl: 1");
    assertThat(hidden())
        .isEqualTo("out/.part-0-1.jsonl.inprogress.x: 2, out/.part-1-2.jsonl.inprogress.x: 5");
  }

  private FileSink sink(String name, FileMode mode) {
    List<FieldPath> number = List.of(FieldPath.of("n"));
    return new FileSink(dir + "/" + name, new LineOptions(OutputFormat.JSON, number, null), mode);
  }

  private FileOutput output(String name, FileMode mode, boolean goOnOverCheckpoints) {
    return new FileOutput("out", sink(name, mode), goOnOverCheckpoints);
  }

  private static PartWriter writer(FileOutput output, Collection<PartState> state)
      throws IOException {
    return writer(output, 0, roundTrip(state));
  }

  private static PartWriter writer(FileOutput output, int subtask, Collection<PartState> state)
      throws IOException {
    RecoverableWriter writer = output.options().fileTarget().fileSystem().createRecoverableWriter();
    SinkMetrics metrics = new SinkMetrics(new UnregisteredMetricsGroup(), "out");
    return new PartWriter(output, writer, subtask, FinishedPart.NONE, metrics, state);
  }

  private static void write(PartWriter writer, int... numbers) throws IOException {
    for (int number : numbers) {
      writer.write(Event.of("{\"n\":" + number + "}"), NO_CONTEXT);
    }
  }

  private static Collection<FinishedPart> checkpoint(PartWriter writer) throws IOException {
    writer.flush(false);
    Collection<FinishedPart> prepared = writer.prepareCommit();
    assertThat(writer.snapshotState(1)).hasSize(1);
    return prepared;
  }

  private static void end(FileOutput output, PartWriter writer) throws Exception {
    writer.flush(true);
    commit(output, writer.prepareCommit());
    writer.close();
  }

  private static void commit(FileOutput output, Collection<FinishedPart> prepared)
      throws IOException {
    commit(output, FinishedPart.NONE, prepared);
  }

  private static void commit(
      FileOutput output, long restoredFrom, Collection<FinishedPart> prepared) throws IOException {
    FinishedPartSerializer serializer = new FinishedPartSerializer();
    RecoverableWriter writer = output.options().fileTarget().fileSystem().createRecoverableWriter();
    for (FinishedPart part : prepared) {
      TestingCommitRequest request =
          new TestingCommitRequest(serializer.deserialize(2, serializer.serialize(part)));
      new PartCommitter(writer, restoredFrom).commit(List.of(request));
    }
  }

  private void file(String name, String text) throws IOException {
    Files.createDirectories(dir.resolve(name).getParent());
    Files.writeString(dir.resolve(name), text);
  }

  private static String numbers(int count) {
    return Stream.iterate(0, i -> i + 1).limit(count).map(String::valueOf).collect(joining(" "));
  }

  private String numbersIn(FileOutput output) throws IOException {
    Path path = Path.of(output.options().path());
    if (!Files.isDirectory(path)) {
      return content(path);
    }
    TreeMap<Long, String> byNumber = new TreeMap<>();
    for (var part : output.options().fileTarget().parts().entrySet()) {
      assertThat(part.getValue().isFinished()).isTrue();
      byNumber.put(part.getValue().number(), content(Path.of(part.getKey().getPath())));
    }
    return String.join(" ", byNumber.values());
  }

  private String visible() throws IOException {
    return shown(false);
  }

  private String hidden() throws IOException {
    return shown(true);
  }

  private String shown(boolean hidden) throws IOException {
    List<String> shown = new ArrayList<>();
    try (Stream<Path> files = Files.walk(dir)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.getFileName().toString().startsWith(".") == hidden) {
          shown.add(dir.relativize(file) + ": " + content(file));
        }
      }
    }
    return String.join(", ", shown);
  }

  private static String content(Path file) throws IOException {
    return Files.readString(file).strip().replaceAll("[{]\"n\":(\\d+)[}]", "$1").replace('\n', ' ');
  }
}
