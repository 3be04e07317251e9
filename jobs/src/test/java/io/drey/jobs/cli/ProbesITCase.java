// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end after some results, and show events as they pass. */
@Timeout(180)
class ProbesITCase {
  private static final String ENDLESS =
      """
      version: 1
      name: endless
      sources: {in: {type: generate, fields: {n: sequence(0), k: "integer(1, 50)"}}}
      steps:
        - {id: once, deduplicate: {key: k}}
        - {id: even, from: once.duplicates, filter: event.n % 2 == 0}
      sinks:
        out: {type: stdout}
        rest: {type: file, path: rest, from: even.rejected}
        all: {type: discard, from: in}
      """;

  private final Path directory;

  ProbesITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void endsAfterItsResultsWhileStandardInputIsOpen() throws Exception {
    try (TestingDrey drey =
        TestingDrey.start(directory, "filter", "event.n > 1", "-n", "2", "-v")) {
      drey.feed("{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n{\"n\":4}\n");

      TestingDrey.Ended ended = drey.awaitWithoutEndOfInput();

      assertThat(ended.exit()).as(ended.err()).isZero();
      assertThat(ended.lines()).containsExactly("{\"n\":2}", "{\"n\":3}");
      assertThat(ended.err())
          .contains("  sink   output: 2 events\n")
          .endsWith("stopped by --limit 2\n");
    }
  }

  @Test
  void endsAnEndlessRunOnAClusterAndShowsItsEvents() throws Exception {
    Files.writeString(directory.resolve("endless.yaml"), ENDLESS);

    TestingDrey.Ended ended =
        TestingDrey.run(
            directory,
            "run",
            "endless.yaml",
            "--parallelism=2",
            "--limit=7",
            "--tap=in",
            "--tap=once.duplicates",
            "--tap=in.malformed");

    assertThat(ended.exit()).as(ended.err()).isZero();
    List<String> written = new ArrayList<>(ended.lines());
    try (Stream<Path> parts = Files.list(directory.resolve("rest"))) {
      for (Path part : parts.toList()) {
        written.addAll(Files.readAllLines(part));
      }
    }
    assertThat(written).hasSize(7);
    assertThat(ended.err())
        .contains("in #1 {\"n\":0,\"k\":", "in #20 {\"n\":19,\"k\":", "once.duplicates #20 {\"n\":")
        .containsPattern("\nin: [0-9]+ of [0-9,]+ events shown\n")
        .contains("\nin.malformed: no events\n")
        .endsWith("stopped by --limit 7\n");
  }
}
