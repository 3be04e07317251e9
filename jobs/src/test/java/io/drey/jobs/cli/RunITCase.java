// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.command.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run shows of itself: its outputs, what it says, its exit code, what it leaves behind. */
@Timeout(200)
class RunITCase {
  private static final String STDIN =
      """
      version: 1
      name: typed
      sources: {in: {type: stdin}}
      sinks: {out: {type: stdout}}
      """;

  private final Path directory;

  RunITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void writesEveryOutputToItsSinkAndCounts() throws Exception {
    write(
        "all.yaml",
        """
        version: 1
        name: all
        sources: {in: {type: file, path: nowhere.jsonl}}
        steps:
          - {id: known, filter: event.user != null}
          - {id: lower, set: {user: lower(event.user), day: "'${var:DAY}'"}}
          - {id: once, deduplicate: {key: id}}
          - {id: few, select: [user, id]}
          - {id: rest, from: once.duplicates, drop-fields: [x]}
        sinks:
          out: {type: stdout, from: few}
          bad: {type: file, path: bad.jsonl, from: in.malformed, fields: [position, raw]}
          unknown: {type: file, path: unknown.jsonl, from: known.rejected}
          broken: {type: file, path: broken.jsonl, from: [known.invalid, lower.invalid]}
          keyless: {type: file, path: keyless.jsonl, from: once.invalid}
          again: {type: file, path: again, from: rest}
        """);
    write(
        "in.jsonl",
        """
        {"id":1,"user":"Ann","x":1}
        {"id":1,"user":"ANN","x":2}
        {"id":2,"x":3}
        {"user":"Bob","x":4}
        no event
        {"id":3,"user":"Cy","x":5}
        """);

    TestingDrey.Ended ended =
        TestingDrey.run(
            directory,
            "run",
            "all.yaml",
            "--input=in.jsonl",
            "--set",
            "DAY=monday",
            "--parallelism=3");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.lines())
        .containsExactlyInAnyOrder("{\"user\":\"ann\",\"id\":1}", "{\"user\":\"cy\",\"id\":3}");
    assertThat(read("bad.jsonl")).isEqualTo("{\"position\":\"in.jsonl:5\",\"raw\":\"no event\"}\n");
    assertThat(read("unknown.jsonl")).isEqualTo("{\"id\":2,\"x\":3}\n");
    assertThat(directory.resolve("broken.jsonl")).isEmptyFile();
    assertThat(read("keyless.jsonl"))
        .isEqualTo(
            "{\"user\":\"bob\",\"x\":4,\"day\":\"monday\",\"error\":\"Missing key 'id'\"}\n");
    assertThat(parts("again")).containsExactly("{\"id\":1,\"user\":\"ann\",\"day\":\"monday\"}");
    assertThat(timeless(ended.err()))
        .isEqualTo(
            """
            all.yaml:7:16: Warning: steps[2] (deduplicate): Unbounded state: it grows with every new key
            all: 5 events in # s (# events/s)
              source in: 5 events, 1 malformed
                first malformed, in.jsonl:5: Expected an object at byte 0
                  no event
              step   known: 5 in, 4 out, 1 rejected
              step   lower: 4 in, 4 out
              step   once: 4 in, 2 out, 1 duplicates, 1 invalid
                first invalid: Missing key 'id'
                  {"user":"bob","x":4,"day":"monday"}
              state  once: 2 keys, about # KiB
              step   few: 2 in, 2 out
              step   rest: 1 in, 1 out
              sink   out: 2 events
              sink   bad: 1 event
              sink   unknown: 1 event
              sink   broken: 0 events
              sink   keyless: 1 event
              sink   again: 1 event
            """);
    assertLeavesNothing();
  }

  /** What a run took: the seconds, the rate, the bytes of state. */
  private static String timeless(String said) {
    return said.replaceAll("in [0-9.]+ s \\([0-9,]+ events/s\\)", "in # s (# events/s)")
        .replaceAll("about [0-9.,]+ [KMG]iB", "about # KiB");
  }

  @Test
  void readsThePipelineFileFromStandardInput() throws Exception {
    write("in.jsonl", "{\"n\":1}\n");
    try (TestingDrey drey = TestingDrey.start(directory, "run", "-q", "-")) {
      TestingDrey.Ended ended =
          drey.feed(STDIN.replace("{type: stdin}", "{type: file, path: in.jsonl}")).await();

      assertThat(ended.err()).isEmpty();
      assertThat(ended.lines()).containsExactly("{\"n\":1}");
    }
    try (TestingDrey drey = TestingDrey.start(directory, "run", "-")) {
      TestingDrey.Ended ended = drey.feed(STDIN).await();

      assertThat(ended.lastError())
          .startsWith("drey: Cannot read both the pipeline file and a source from standard input");
      assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
    }
  }

  @Test
  void readsTheInputOfAFileSourceFromStandardInput() throws Exception {
    write("file.yaml", STDIN.replace("{type: stdin}", "{type: file, path: none.jsonl}"));
    try (TestingDrey drey = TestingDrey.start(directory, "run", "-q", "--input=-", "file.yaml")) {
      assertThat(drey.feed("{\"n\":1}\n").await().lines()).containsExactly("{\"n\":1}");
    }
  }

  @Test
  void writesDataAloneToStandardOutputAndListensOnTheLoopbackOnly() throws Exception {
    write("stdin.yaml", STDIN + "settings: {parallelism: 2, checkpoint: {every: 100ms}}\n");
    int port = LoopbackPorts.free();
    try (TestingDrey drey =
        TestingDrey.start(directory, "run", "stdin.yaml", "-v", "--ui", Integer.toString(port))) {
      drey.feed("{\"n\":1}\n");
      drey.awaitUntil(() -> !written(drey).isEmpty());
      assertThat(drey.written()).isEqualTo("{\"n\":1}\n");

      assertThat(LoopbackPorts.listening(drey.pid()))
          .isNotEmpty()
          .allMatch(address -> address.startsWith("127.0.0.1:"))
          .contains("127.0.0.1:" + port);
      assertThat(LoopbackPorts.page(port)).contains("Flink");
      TestingDrey.Ended ended = drey.feed("{\"n\":2}\n").await();

      assertThat(ended.exit()).isZero();
      assertThat(ended.out()).isEqualTo("{\"n\":1}\n{\"n\":2}\n");
      assertThat(ended.err())
          .startsWith("running on an embedded cluster: --")
          .contains("\ndrey: Flink web UI: http://127.0.0.1:" + port + "\n")
          .contains(" INFO ", "typed: 2 events in ");
    }
    assertLeavesNothing();
  }

  private static String written(TestingDrey drey) {
    try {
      return drey.written();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void endsOnceNobodyReadsItsOutput() throws Exception {
    write(
        "endless.yaml",
        """
        version: 1
        name: endless
        sources: {in: {type: generate, fields: {n: sequence(1), text: text(1000)}}}
        sinks: {out: {type: stdout, fields: [n]}, none: {type: discard}}
        """);
    try (TestingDrey drey = TestingDrey.startPiped(directory, "run", "endless.yaml", "-q")) {
      try (BufferedReader head =
          new BufferedReader(new InputStreamReader(drey.output(), StandardCharsets.UTF_8))) {
        assertThat(head.readLine()).isEqualTo("{\"n\":1}");
      }

      assertThat(drey.await()).isEqualTo(new TestingDrey.Ended(0, "", ""));
    }
    assertLeavesNothing();
  }

  @Test
  void saysWhereItsLogIsWhenItFails() throws Exception {
    write("in.jsonl", "{}\n");
    write("taken", "a file\n");
    write("secret", "hidden");
    write(
        "failing.yaml",
        """
        version: 1
        name: ${file:secret}
        sources: {in: {type: file, path: in.jsonl}}
        sinks: {out: {type: stdout}}
        settings: {checkpoint: {dir: taken/checkpoints}}
        """);

    TestingDrey.Ended ended = TestingDrey.run(directory, "run", "failing.yaml", "-q");

    List<Path> left = left();
    assertThat(left).hasSize(1);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .isEqualTo(
            "drey: Failed to run ***: Failed to create checkpoint storage at checkpoint"
                + " coordinator side: "
                + directory.toRealPath()
                + "/taken: it already exists (log: "
                + left.get(0)
                + ")\n");
    assertThat(left.get(0)).content().contains("FileAlreadyExistsException");
  }

  @Test
  void refusesAMissingInputAndATakenOutput() throws Exception {
    write(
        "missing.yaml",
        """
        version: 1
        name: missing
        sources: {in: {type: file, path: in.jsonl}}
        sinks: {out: {type: file, path: taken.jsonl}}
        """);

    assertThat(TestingDrey.run(directory, "run", "missing.yaml"))
        .isEqualTo(
            new TestingDrey.Ended(
                1,
                "",
                "drey: Cannot read 'in.jsonl': no such file (it is the path of source 'in')\n"));
    write("in.jsonl", "{}\n");
    assertThat(TestingDrey.run(directory, "run", "missing.yaml", "--from-savepoint", "x"))
        .isEqualTo(
            new TestingDrey.Ended(6, "", "drey: Cannot restore from 'x': no such directory\n"));
    write("taken.jsonl", "something\n");
    assertThat(TestingDrey.run(directory, "run", "missing.yaml"))
        .isEqualTo(
            new TestingDrey.Ended(
                1,
                "",
                "drey: Cannot write to 'taken.jsonl': it is not empty (use mode append or"
                    + " overwrite, or continue from a savepoint)\n"));
    assertLeavesNothing();
  }

  private void assertLeavesNothing() throws IOException {
    assertThat(left()).isEmpty();
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(TestingDrey.temporary(directory))) {
      return files.toList();
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private String read(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private List<String> parts(String name) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(name))) {
      List<Path> parts = files.toList();
      assertThat(parts).hasSize(1);
      return Files.readAllLines(parts.get(0));
    }
  }
}
