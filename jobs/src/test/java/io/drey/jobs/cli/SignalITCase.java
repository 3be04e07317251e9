// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are stopped by a signal. */
@Timeout(200)
class SignalITCase {
  private static final String ENDLESS =
      """
      version: 1
      name: endless
      sources:
        in:
          type: generate
          rate: 2000
          fields: {n: sequence(0), k: "integer(1, 50)", at: "timestamp(2024-01-01T00:00:00Z, 1s)"}
          time: {field: at}
      steps: [{id: last, deduplicate: {key: k, ttl: 1h, keep: last}}]
      sinks:
        out: {type: file, path: out, fields: [n]}
        rest: {type: file, path: rest, fields: [n], from: last.duplicates}
      settings: {checkpoint: {every: 200ms}}
      """;

  private final Path directory;

  SignalITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void endsTheInputOnAnInterrupt() throws Exception {
    TestingDrey.Ended ended = interrupt("out");

    assertThat(ended.exit()).as(ended.err()).isEqualTo(130);
    assertThat(ended.err()).startsWith("endless: ").doesNotContain("drey:", "savepoint:");
    assertThat(lines("out")).hasSizeGreaterThanOrEqualTo(50);
    assertEverythingOnce();
  }

  @Tag("full")
  @Test
  void keepsWhatIsPendingInASavepointOnAnInterrupt() throws Exception {
    TestingDrey.Ended first = interrupt("out", "--savepoint", "savepoints");

    assertThat(first.exit()).as(first.err()).isEqualTo(130);
    assertThat(first.lastError())
        .startsWith("savepoint: file:" + directory.toRealPath() + "/savepoints/savepoint-");
    String savepoint = first.lastError().substring("savepoint: ".length());
    int passed = lines("out").size();

    TestingDrey.Ended second = interrupt("out", "--from-savepoint", savepoint);

    assertThat(second.exit()).as(second.err()).isEqualTo(130);
    assertThat(lines("out")).hasSizeGreaterThanOrEqualTo(passed + 50);
    assertEverythingOnce();
  }

  @Test
  void endsTheInputOnATermination() throws Exception {
    Files.writeString(
        directory.resolve("stdin.yaml"),
        """
        version: 1
        name: typed
        sources: {in: {type: stdin, time: {field: at}}}
        steps: [{id: last, deduplicate: {key: k, ttl: 1h, keep: last}}]
        sinks: {out: {type: stdout}, rest: {type: file, path: rest.jsonl, from: last.duplicates}}
        """);
    String event = "{\"k\":1,\"at\":\"2024-01-01T%02d:00:00Z\"}\n";
    try (TestingDrey drey = TestingDrey.start(directory, "run", "stdin.yaml", "-q")) {
      drey.feed(event.formatted(1)).feed(event.formatted(2));
      drey.awaitUntil(() -> !read(drey).isEmpty());
      assertThat(drey.written()).isEqualTo(event.formatted(1));

      drey.signal("TERM");

      assertThat(drey.awaitWithoutEndOfInput())
          .isEqualTo(new TestingDrey.Ended(143, event.formatted(1) + event.formatted(2), ""));
    }
    assertThat(directory.resolve("rest.jsonl")).isEmptyFile();
  }

  private static String read(TestingDrey drey) {
    try {
      return drey.written();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs until a part more is there, then interrupts. */
  private TestingDrey.Ended interrupt(String sink, String... options) throws Exception {
    Files.writeString(directory.resolve("endless.yaml"), ENDLESS);
    List<String> arguments = new ArrayList<>(List.of("run", "endless.yaml"));
    arguments.addAll(List.of(options));
    int before = visible(sink).size();
    try (TestingDrey drey = TestingDrey.start(directory, arguments.toArray(new String[0]))) {
      drey.awaitUntil(() -> visible(sink).size() > before);
      drey.signal("INT");
      return drey.await();
    }
  }

  /** The numbers of both outputs are all there are, from 0 on, each once. */
  private void assertEverythingOnce() throws IOException {
    List<String> numbers = lines("out");
    numbers.addAll(lines("rest"));
    numbers.sort(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
    assertThat(numbers)
        .isEqualTo(IntStream.range(0, numbers.size()).mapToObj(n -> "{\"n\":" + n + "}").toList());
    assertThat(files("out")).allMatch(SignalITCase::isVisible);
    assertThat(files("rest")).allMatch(SignalITCase::isVisible);
  }

  private List<String> lines(String sink) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path part : visible(sink)) {
      lines.addAll(Files.readAllLines(part));
    }
    return lines;
  }

  private List<Path> visible(String sink) {
    return files(sink).stream().filter(SignalITCase::isVisible).toList();
  }

  private static boolean isVisible(Path part) {
    return !part.getFileName().toString().startsWith(".");
  }

  private List<Path> files(String sink) {
    Path parts = directory.resolve(sink);
    if (!Files.exists(parts)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(parts)) {
      return files.toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
