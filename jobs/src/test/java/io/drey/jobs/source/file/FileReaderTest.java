// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import io.drey.jobs.source.TestingContext;
import io.drey.jobs.source.TestingOutput;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.InputFormat;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.single.UnreadableInputException;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {
  private static final TimeOptions TS = TimeOptions.iso(FieldPath.of("ts"));

  private final Path dir;

  FileReaderTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private final TestingOutput output = new TestingOutput();

  @Test
  void readsFilesOneAfterAnotherInNaturalOrder() throws Exception {
    write("a10", "{\"n\":3}\n");
    write("a2", "{\"n\":1}\r\n\n  \t\n{\"n\":2}");
    write("b.gz", gzip("{\"n\":4}\n", "{\"n\":5}\n"));

    read(source("json", null), List.of());

    assertThat(output.events)
        .containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}", "{\"n\":5}");
    assertThat(output.malformed).isEmpty();
    assertThat(output.timelines).isEmpty();
  }

  @Test
  void givesMalformedLinesWithTheirPositionAndReason() throws Exception {
    write("a", "\uFEFF{\"n\":1}\n\n{\"n\":\n[1]\n");

    read(source("json", null), List.of());

    assertThat(output.events).containsExactly("{\"n\":1}");
    assertThat(output.malformed)
        .containsExactly(
            "{\"source\":\"in\",\"position\":\""
                + dir
                + "/a:3\","
                + "\"error\":\"Expected a value at byte 5\",\"raw\":\"{\\\"n\\\":\"}",
            "{\"source\":\"in\",\"position\":\""
                + dir
                + "/a:4\","
                + "\"error\":\"Expected an object at byte 0\",\"raw\":\"[1]\"}");
  }

  @Test
  void saysWhereEventsAreFromIfAsked() throws Exception {
    write("a", "{\"n\":1}\n\n[]\n{\"n\":2}\n");
    FileSource options = options(InputFormat.JSON, null, false);

    read(FileInput.of(TestingContext.TRACED, options), List.of());
    read(source("json", null), List.of());

    assertThat(output.origins)
        .containsExactly(
            new Origin("in", dir + "/a:1"), new Origin("in", dir + "/a:4"), null, null);
  }

  @Test
  void givesRawBytesInBase64WhereTheyAreNotUtf8() throws Exception {
    write("a", "é\n".getBytes(ISO_8859_1));

    read(source("text", null), List.of());

    assertThat(output.malformed)
        .containsExactly(
            "{\"source\":\"in\",\"position\":\""
                + dir
                + "/a:1\","
                + "\"error\":\"Invalid UTF-8 at byte 0\",\"raw_base64\":\"6Q==\"}");
  }

  @Test
  void cutsRawTextAtACharacter() throws Exception {
    write("a", "x" + "é".repeat(3000) + "\n");

    read(source("json", null), List.of());

    assertThat(output.malformed)
        .containsExactly(
            "{\"source\":\"in\",\"position\":\""
                + dir
                + "/a:1\","
                + "\"error\":\"Expected an object at byte 0\",\"raw\":\"x"
                + "é".repeat(2047)
                + "\"}");
  }

  @Test
  void timesEventsAndTakesThoseWithoutTimeForMalformed() throws Exception {
    write(
        "a",
        """
        {"ts":"1970-01-01T00:00:01Z"}
        {}
        {"ts":"noon"}
        {"ts":"1969-12-31T23:59:59.9999Z"}
        """);

    read(source("json", TS), List.of());

    assertThat(output.times).containsExactly(1000L, 1000L, 1000L, -1L);
    assertThat(output.malformed)
        .containsExactly(
            "{\"source\":\"in\",\"position\":\""
                + dir
                + "/a:2\","
                + "\"error\":\"No time in field 'ts'\",\"raw\":\"{}\"}",
            "{\"source\":\"in\",\"position\":\""
                + dir
                + "/a:3\","
                + "\"error\":\"Unreadable time in field 'ts': 'noon'\","
                + "\"raw\":\"{\\\"ts\\\":\\\"noon\\\"}\"}");
  }

  @Test
  void aLateEventComesAfterTheWatermarkOfWhatWasReadBeforeIt() throws Exception {
    write("a", lines(100, 50, 90, 300, 200, 300, 150));

    read(source("json", TS), List.of());

    assertThat(output.timeline)
        .containsExactly("100", "[99]", "50", "90", "300", "[299]", "200", "300", "150");
  }

  @Test
  void anEventWithinTheOutOfOrdernessIsNotLate() throws Exception {
    write("a", lines(1000, 980, 979));

    read(source("json", allowing(20)), List.of());

    assertThat(output.timeline).containsExactly("1000", "980", "[979]", "979");
  }

  @Test
  void timeIsThatOfAllFilesBefore() throws Exception {
    write("a", lines(100, 500));
    write("b", lines(200, 600));
    List<FileSplit> state = read(source("json", TS), List.of());
    write("c", lines(590, 610));

    read(source("json", TS), state);

    assertThat(output.timeline)
        .containsExactly("100", "500", "[499]", "200", "600", "[599]", "590", "610");
  }

  /** A malformed record has the time of the event before it, and so is late like that. */
  @Test
  void aMalformedRecordIsAsLateAsTheEventBeforeItAfterARestart() throws Exception {
    write("a", lines(100, 50));
    List<FileSplit> state = readAndStayOpen(List.of(), TS);
    write("a", lines(100, 50) + "?\n");
    output.timeline.clear();

    read(source("json", TS), state);

    assertThat(output.timeline).containsExactly("[99]", "50");
  }

  /** In every state, whatever it is restored from, the same events are late. */
  @Test
  void theSameEventsAreLateAfterEveryRestart() throws Exception {
    long[] times = new long[300];
    for (int i = 0; i < times.length; i++) {
      times[i] = i * 10L - (i % 7 == 3 ? 60 : 0);
    }
    write("a", lines(times));
    write("b", lines(100, 3000));
    FileInput source = source("json", allowing(15));

    List<FileSplit> state = List.of();
    do {
      state = step(source, state);
    } while (state.stream().anyMatch(split -> !split.ended()));

    List<Integer> late = new ArrayList<>();
    for (int i = 3; i < times.length; i += 7) {
      late.add(i);
    }
    late.add(300);
    assertThat(output.late()).isEqualTo(late);
    output.timeline.clear();
    read(source, List.of());
    assertThat(output.late()).isEqualTo(late);
  }

  private static TimeOptions allowing(int outOfOrderness) {
    return new TimeOptions(
        FieldPath.of("ts"),
        false,
        null,
        null,
        null,
        null,
        Duration.ofMillis(outOfOrderness),
        Duration.ofSeconds(30),
        null,
        null);
  }

  private static String lines(long... times) {
    StringBuilder lines = new StringBuilder();
    for (long time : times) {
      lines.append("{\"ts\":\"").append(Instant.ofEpochMilli(time)).append("\"}\n");
    }
    return lines.toString();
  }

  @Test
  void continuesFromEveryPoint() throws Exception {
    StringBuilder big = new StringBuilder("id,text\n");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String text = i % 5 == 0 ? "\"é\n" + i + "\"" : "é" + i;
      big.append(i).append(',').append(text).append(i % 7 == 0 ? "\r\n\n" : "\n");
      expected.add("{\"id\":" + i + ",\"text\":" + json(text) + "}");
    }
    write("a", big.toString());
    write("b.gz", gzip(big.toString()));
    write("c", big.toString());
    List<String> all = new ArrayList<>(expected);
    all.addAll(expected);
    all.addAll(expected);
    FileInput source = source("csv", null);

    List<FileSplit> state = List.of();
    do {
      state = step(source, state);
    } while (state.stream().anyMatch(split -> !split.ended()));

    assertThat(output.events).isEqualTo(all);
    assertThat(output.malformed).isEmpty();
    assertThat(state).extracting(split -> split.position().lines()).containsOnly(673L);
  }

  private static String json(String csv) {
    return "\"" + csv.replace("\"", "").replace("\n", "\\n") + "\"";
  }

  /** One poll of a new reader, and its state behind it, through the serializer. */
  private List<FileSplit> step(FileInput source, List<FileSplit> state) throws Exception {
    FileSplitSerializer serializer = new FileSplitSerializer();
    try (FileReader reader = reader(source)) {
      reader.addSplits(state);
      reader.notifyNoMoreSplits();
      assertThat(reader.pollNext(output)).isEqualTo(InputStatus.MORE_AVAILABLE);
      List<FileSplit> next = new ArrayList<>();
      for (FileSplit split : reader.snapshotState(1)) {
        next.add(serializer.deserialize(1, serializer.serialize(split)));
      }
      return next;
    }
  }

  @Test
  void goesOnWithAFinishedFileThatGrew() throws Exception {
    write("a", "{\"n\":1}\n{\"n\":2}\n");
    write("b", "{\"n\":3}\n");
    List<FileSplit> state = read(source("json", null), List.of());
    write("a", "{\"n\":1}\n{\"n\":2}\nx\n");
    output.events.clear();

    List<FileSplit> grown = read(source("json", null), state);

    assertThat(output.events).isEmpty();
    assertThat(output.malformed)
        .containsExactly(
            "{\"source\":\"in\",\"position\":\""
                + dir
                + "/a:3\","
                + "\"error\":\"Expected an object at byte 0\",\"raw\":\"x\"}");
    assertThat(grown).extracting(FileSplit::ended).containsExactly(true, true);
  }

  @Test
  void leavesAnUnfinishedLineWhereTheSourceStaysOpen() throws Exception {
    write("a", "{\"n\":1}\n{\"n\":");
    write("b.gz", gzip("{\"n\":3}\n{\"n\":4}"));
    List<FileSplit> state = readAndStayOpen(List.of());
    write("a", "{\"n\":1}\n{\"n\":2}\n");

    assertThat(output.events).containsExactly("{\"n\":1}", "{\"n\":3}");
    read(source("json", null), state);
    assertThat(output.events).containsExactly("{\"n\":1}", "{\"n\":3}", "{\"n\":2}", "{\"n\":4}");
    assertThat(output.malformed).isEmpty();
  }

  @Test
  void takesAFileThatWasReadAndOverwrittenForANewOne() throws Exception {
    write("a", "{\"n\":1}\n");
    List<FileSplit> state = read(source("json", null), List.of());
    write("a", "{}\n");

    read(source("json", null), state);

    assertThat(output.events).containsExactly("{\"n\":1}", "{}");
  }

  @Test
  void refusesAFileThatWasOverwrittenBeforeItsEnd() throws Exception {
    write("a", "{\"n\":1}\n".repeat(1000));
    List<FileSplit> state = step(source("json", null), List.of());
    write("a", "{\"n\":2}\n".repeat(2000));

    assertThatThrownBy(() -> read(source("json", null), state))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage(
            "Cannot continue '"
                + dir
                + "/a' at offset 512: no listed file holds what was read of it; it was cut,"
                + " overwritten or deleted. Put it back, or start without the savepoint");
  }

  @Test
  void goesOnWithACompressedFileThatGrewByAMember() throws Exception {
    write("a.gz", gzip("{\"n\":1}\n"));
    List<FileSplit> state = read(source("json", null), List.of());
    write("a.gz", gzip("{\"n\":1}\n", "{\"n\":2}\n"));

    read(source("json", null), state);

    assertThat(output.events).containsExactly("{\"n\":1}", "{\"n\":2}");
  }

  @Test
  void knowsACompressedFileByItsContentNotByItsName() throws Exception {
    write("a.gz", "{\"n\":1}\n");
    write("b", gzip("{\"n\":2}\n"));
    write("c.gz", new byte[0]);
    write("d", zstandard("{\"n\":3}\n"));
    write("e", bzip2("{\"n\":4}\n"));

    read(source("json", null), List.of());

    assertThat(output.events).containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}");
  }

  @Test
  void refusesACompressedFileThatEndsAmidItsStream() throws Exception {
    byte[] whole = gzip("{\"n\":1}\n");
    write("a.gz", Arrays.copyOf(whole, whole.length - 10));

    assertThatThrownBy(() -> read(source("json", null), List.of()))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage(
            "Failed to read '"
                + dir
                + "/a.gz' after line 0: the file ends amid its compressed stream");
  }

  @Test
  void waitsForTheRestOfACompressedFileWhereTheSourceStaysOpen() throws Exception {
    String lines = "{\"n\":1}\n".repeat(100_000);
    for (byte[] whole : List.of(gzip(lines), zstandard(lines), bzip2(lines))) {
      output.events.clear();
      write("a", Arrays.copyOf(whole, whole.length / 2));
      List<FileSplit> state = readAndStayOpen(List.of());
      write("a", whole);

      read(source("json", null), state);

      assertThat(output.events).hasSize(100_000);
      assertThat(output.malformed).isEmpty();
    }
  }

  @Test
  void refusesAFileThatIsCutWhileItIsRead() throws Exception {
    write("a", "{\"n\":1}\n".repeat(100_000));
    try (FileReader reader = reader(source("json", null))) {
      reader.notifyNoMoreSplits();
      assertThat(reader.pollNext(output)).isEqualTo(InputStatus.MORE_AVAILABLE);
      write("a", "{\"n\":1}\n");

      assertThatThrownBy(
              () -> {
                while (reader.pollNext(output) != InputStatus.END_OF_INPUT) {}
              })
          .isInstanceOf(UnreadableInputException.class)
          .hasMessageContaining("it was cut from 800000 to 65536 bytes while it was being read");
    }
  }

  @Test
  void forgetsAFinishedFileThatIsGone() throws Exception {
    write("a", "{}\n");
    write("b", "{}\n");
    List<FileSplit> state = read(source("json", null), List.of());
    Files.delete(dir.resolve("a"));

    assertThat(read(source("json", null), state)).hasSize(1);
    assertThat(output.events).hasSize(2);
  }

  @Test
  void staysOpenAndTellsThatItHasReadEverything() throws Exception {
    write("a", "{}\n");
    FileReader reader =
        reader(FileInput.of(TestingContext.OPEN, options(InputFormat.JSON, null, false)));
    reader.notifyNoMoreSplits();
    while (reader.pollNext(output) == InputStatus.MORE_AVAILABLE) {}

    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    assertThat(reader.isAvailable()).isNotDone();
    assertThat(reader.hasCaughtUp()).isTrue();
  }

  @Test
  void aFileWithoutYearsMayPassNewYearWhereverItIsRestored() throws Exception {
    TimeOptions syslog = time("MMM ppd HH:mm:ss", 2024, null);
    write("a", "{\"ts\":\"Dec 31 23:59:59\"}\n");
    List<FileSplit> state = read(source("json", syslog), List.of());
    write("b", "{\"ts\":\"Jan  1 00:00:01\"}\n");

    state = read(source("json", syslog), state);
    write("c", "{\"ts\":\"Jul  8 00:00:00\"}\n");
    read(source("json", syslog), state);

    assertThat(output.times)
        .extracting(Instant::ofEpochMilli)
        .containsExactly(
            Instant.parse("2024-12-31T23:59:59Z"),
            Instant.parse("2025-01-01T00:00:01Z"),
            Instant.parse("2024-07-08T00:00:00Z"));
  }

  @Test
  void setsAsideWhatJumpsAcrossFilesAndRestores() throws Exception {
    TimeOptions jumping = time(null, null, Duration.ofDays(1));
    write("a", "{\"ts\":\"2024-01-01T00:00:00Z\"}\n{\"ts\":\"2024-03-01T00:00:00Z\"}\n");
    List<FileSplit> state = read(source("json", jumping), List.of());
    write("b", "{\"ts\":\"2024-03-01T00:00:01Z\"}\n{\"ts\":\"2024-03-05T00:00:00Z\"}\n");

    read(source("json", jumping), state);

    assertThat(output.events)
        .containsExactly("{\"ts\":\"2024-01-01T00:00:00Z\"}", "{\"ts\":\"2024-03-01T00:00:01Z\"}");
    assertThat(output.malformed).hasSize(2);
    assertThat(output.malformed.get(1)).contains("more than max-jump (1d) ahead of");
  }

  private static TimeOptions time(
      @Nullable String format, @Nullable Integer year, @Nullable Duration maxJump) {
    return new TimeOptions(
        FieldPath.of("ts"),
        false,
        null,
        format,
        "UTC",
        year,
        Duration.ZERO,
        Duration.ofSeconds(30),
        null,
        maxJump);
  }

  @Test
  void readsInParallelWithATimelinePerFile() throws Exception {
    StringBuilder longFile = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      longFile.append("{\"n\":").append(i).append("}\n");
    }
    write("a", longFile.toString());
    write("b", "{\"n\":-1}\n");
    FileInput input = FileInput.of(TestingContext.ENDING, options(InputFormat.JSON, null, true));

    List<FileSplit> state =
        read(input, input.list(new RotationBases()).stream().map(FileSplit::unread).toList());

    assertThat(output.events).isEmpty();
    assertThat(output.timeline(dir + "/a").events).hasSize(200);
    assertThat(output.timeline(dir + "/b").events).containsExactly("{\"n\":-1}");
    assertThat(output.released).containsExactly(dir + "/b", dir + "/a");
    assertThat(state)
        .extracting(split -> split.position().lines())
        .containsExactlyInAnyOrder(200L, 1L);
  }

  @Test
  void closesTheTimelinesOfFinishedFilesItRestored() throws Exception {
    write("a", "{}\n");
    List<FileSplit> state = read(source("json", null), List.of());
    output.released.clear();

    assertThat(read(source("json", null), state)).isEqualTo(state);
    assertThat(output.released).containsExactly(dir + "/a");
  }

  @Test
  void restoresAMissedFileBesideAnotherOneOfItsPath() throws Exception {
    write("a", "{}\n");
    List<FileSplit> state = read(source("json", null), List.of());
    Files.delete(dir.resolve("a"));
    write("a", "{\"n\":1}\n");
    List<FileSplit> both = new ArrayList<>(state);
    both.addAll(read(source("json", null), List.of()));

    output.released.clear();

    assertThat(read(source("json", null), both)).hasSize(1);
    // twice fails in Flink
    assertThat(output.released).doesNotHaveDuplicates();
  }

  private List<FileSplit> read(FileInput source, List<FileSplit> splits) throws Exception {
    try (FileReader reader = reader(source)) {
      reader.addSplits(splits);
      reader.notifyNoMoreSplits();
      while (reader.pollNext(output) != InputStatus.END_OF_INPUT) {}
      return reader.snapshotState(1);
    }
  }

  private List<FileSplit> readAndStayOpen(List<FileSplit> splits) throws Exception {
    return readAndStayOpen(splits, null);
  }

  private List<FileSplit> readAndStayOpen(List<FileSplit> splits, @Nullable TimeOptions time)
      throws Exception {
    FileInput input = FileInput.of(TestingContext.OPEN, options(InputFormat.JSON, time, false));
    try (FileReader reader = reader(input)) {
      reader.addSplits(splits);
      reader.notifyNoMoreSplits();
      while (reader.pollNext(output) == InputStatus.MORE_AVAILABLE) {}
      return reader.snapshotState(1);
    }
  }

  private static FileReader reader(FileInput source) {
    return new FileReader(source, new SourceMetrics(new UnregisteredMetricsGroup(), "in"));
  }

  private FileInput source(String format, @Nullable TimeOptions time) {
    InputFormat lines = InputFormat.valueOf(format.toUpperCase(java.util.Locale.ROOT));
    return FileInput.of(TestingContext.ENDING, options(lines, time, false));
  }

  private FileSource options(InputFormat format, @Nullable TimeOptions time, boolean parallel) {
    return new FileSource(dir.toString(), FormatOptions.of(format), time, parallel);
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(dir.resolve(name), bytes);
  }

  private static byte[] gzip(String... members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String member : members) {
      try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
        out.write(member.getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zstandard(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZstdOutputStream out = new ZstdOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] bzip2(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream out = new BZip2CompressorOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
