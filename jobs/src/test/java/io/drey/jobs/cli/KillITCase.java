package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed again and again, and goes on from its checkpoints. */
@Timeout(300)
class KillITCase {
  private static final int EVENTS = 300_000;
  private static final int KEYS = 60_000;

  private static final String PIPELINE =
      """
      version: 1
      name: killed
      sources: {in: {type: file, path: "../in.jsonl", time: {field: at}}}
      steps: [{id: once, deduplicate: {key: k, ttl: 40s}}]
      sinks:
        parts: {type: file, path: parts}
        one: {type: file, path: one.jsonl}
        rest: {type: file, path: rest.jsonl, from: once.duplicates}
      settings: {checkpoint: {every: 100ms, dir: checkpoints}}
      """;

  private final Path directory;

  KillITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void losesNothingAndDoublesNothing() throws Exception {
    writeEvents();
    Path whole = prepare("whole");
    assertThat(TestingDrey.run(whole, "run", "killed.yaml").exit()).isZero();
    Path killed = prepare("killed");
    Random random = new Random(42);

    String[] arguments = {"run", "killed.yaml"};
    for (int i = 0; i < 3; i++) {
      killAfterCheckpoint(1 + random.nextInt(4), killed, arguments);
      arguments = new String[] {"run", "killed.yaml", "--from-savepoint", "checkpoints"};
    }
    TestingDrey.Ended last = TestingDrey.run(killed, arguments);

    assertThat(last.exit()).as(last.err()).isZero();
    assertThat(parts(killed)).isEqualTo(parts(whole));
    assertThat(killed.resolve("one.jsonl")).hasSameBinaryContentAs(whole.resolve("one.jsonl"));
    assertThat(killed.resolve("rest.jsonl")).hasSameBinaryContentAs(whole.resolve("rest.jsonl"));
    assertThat(parts(whole).size() + Files.readAllLines(whole.resolve("rest.jsonl")).size())
        .isEqualTo(EVENTS);
    assertThat(TestingDrey.temporary(killed)).isEmptyDirectory();
  }

  private void killAfterCheckpoint(int more, Path work, String... arguments) throws Exception {
    int before = newestCheckpoint(work);
    try (TestingDrey drey = TestingDrey.start(work, arguments)) {
      drey.awaitUntil(() -> newestCheckpoint(work) >= before + more);
      drey.kill();
      assertThat(drey.await().exit()).as(drey.said()).isEqualTo(128 + 9);
    }
    assertThat(newestCheckpoint(work)).isGreaterThanOrEqualTo(before + more);
    assertThat(work.resolve("one.jsonl")).doesNotExist();
  }

  /** The number of the newest that is complete, 0 before the first; a restored run counts on. */
  private static int newestCheckpoint(Path work) {
    PathMatcher metadata = FileSystems.getDefault().getPathMatcher("glob:**/chk-*/_metadata");
    int newest = 0;
    try (Stream<Path> files = Files.walk(work.resolve("checkpoints"))) {
      for (Path file : files.filter(metadata::matches).toList()) {
        String name = file.getName(file.getNameCount() - 2).toString();
        newest = Math.max(newest, Integer.parseInt(name.substring("chk-".length())));
      }
      return newest;
    } catch (IOException | java.io.UncheckedIOException vanishing) {
      return newest;
    }
  }

  private Path prepare(String name) throws IOException {
    Path work = Files.createDirectories(directory.resolve(name));
    Files.writeString(work.resolve("killed.yaml"), PIPELINE);
    return work;
  }

  private void writeEvents() throws IOException {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < EVENTS; i++) {
      text.append("{\"n\":").append(i).append(",\"k\":").append(random.nextInt(KEYS));
      text.append(String.format(",\"at\":\"2024-01-01T10:%02d:%02d", i / 60_000, i / 1000 % 60));
      text.append(String.format(".%03dZ\",\"message\":\"some more text\"}%n", i % 1000));
    }
    Files.writeString(directory.resolve("in.jsonl"), text);
  }

  private static List<String> parts(Path work) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(work.resolve("parts"))) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().startsWith(".")) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    lines.sort(null);
    return lines;
  }
}
