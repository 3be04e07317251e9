// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed again and again, and goes on from its checkpoints. Its input would last for
 * days, so that no run is over before it is killed; the last is interrupted, which ends its input.
 */
@Tag("full")
@Timeout(300)
class KillITCase {
  private static final String PIPELINE =
      """
      version: 1
      name: killed
      sources:
        in:
          {type: generate, %s, time: {field: at}, fields: {
            n: sequence(0), k: "integer(1, 20000)", at: "timestamp(2024-01-01T00:00:00Z, 1ms)"}}
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
    Path killed = prepare("killed", "rate: 20000, count: 10000000000");
    Random random = new Random(42);

    String[] arguments = {"run", "killed.yaml"};
    for (int i = 0; i < 3; i++) {
      killAfterCheckpoint(1 + random.nextInt(4), killed, arguments);
      arguments = new String[] {"run", "killed.yaml", "--from-savepoint", "checkpoints"};
    }
    TestingDrey.Ended last = interruptAfterCheckpoint(killed, arguments);

    assertThat(last.exit()).as(last.err()).isEqualTo(130);
    List<String> rest = Files.readAllLines(killed.resolve("rest.jsonl"));
    assertThat(rest).hasSizeGreaterThan(100);
    Path whole = prepare("whole", "count: " + (parts(killed).size() + rest.size()));
    assertThat(TestingDrey.run(whole, "run", "killed.yaml").exit()).isZero();
    assertThat(parts(killed)).isEqualTo(parts(whole));
    assertThat(killed.resolve("one.jsonl")).hasSameBinaryContentAs(whole.resolve("one.jsonl"));
    assertThat(killed.resolve("rest.jsonl")).hasSameBinaryContentAs(whole.resolve("rest.jsonl"));
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

  private static TestingDrey.Ended interruptAfterCheckpoint(Path work, String... arguments)
      throws Exception {
    int before = newestCheckpoint(work);
    try (TestingDrey drey = TestingDrey.start(work, arguments)) {
      drey.awaitUntil(() -> newestCheckpoint(work) > before);
      drey.signal("INT");
      return drey.await();
    }
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

  private Path prepare(String name, String input) throws IOException {
    Path work = Files.createDirectories(directory.resolve(name));
    Files.writeString(work.resolve("killed.yaml"), PIPELINE.formatted(input));
    return work;
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
