// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are stopped with pending state, and resumed. */
@Timeout(120)
class KeepOpenITCase {
  private final TestingRun runs;

  KeepOpenITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"arrival", "event-time"})
  void givesInTwoRunsWhatOneRunOverBothFilesGives(String order) throws Exception {
    String pipeline = pipeline("{key: k, ttl: 20s, keep: last, order: " + order + "}", "");
    runs.write("in/1.jsonl", events(0, 50));

    String savepoint = runs.keepOpen(pipeline);
    assertThat(accounted()).isLessThan(50);
    runs.write("in/2.jsonl", events(50, 100));
    runs.continueFrom(savepoint, pipeline);

    List<String> passed = runs.read("out");
    List<String> duplicates = runs.read("duplicates");
    runs.run(pipeline.replace("mode: create", "mode: overwrite"));
    assertThat(passed).isNotEmpty().containsExactlyInAnyOrderElementsOf(runs.read("out"));
    assertThat(duplicates).containsExactlyInAnyOrderElementsOf(runs.read("duplicates"));
    assertThat(accounted()).isEqualTo(100);
  }

  @Test
  void keepsStateAtAnotherParallelism() throws Exception {
    String pipeline = pipeline("{key: k, ttl: 1h, keep: last}", "settings: {parallelism: %d}");
    List<String> newest = new ArrayList<>();
    for (int key = 0; key < 7; key++) {
      newest.add(event(126 + key));
    }

    runs.write("in/1.jsonl", events(0, 50));
    String first = runs.keepOpen(pipeline.formatted(1));
    runs.write("in/2.jsonl", events(50, 100));
    String second = runs.keepOpenFrom(first, pipeline.formatted(4));
    runs.write("in/3.jsonl", events(100, 133));
    runs.continueFrom(second, pipeline.formatted(2));

    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(newest);
    assertThat(runs.read("duplicates")).hasSize(126).doesNotHaveDuplicates();
  }

  @Test
  void goesOnWithAFileThatGrew() throws Exception {
    String pipeline = pipeline("{key: k, ttl: 1h, keep: last}", "");
    runs.write("in/1.jsonl", events(0, 10));
    String savepoint = runs.keepOpen(pipeline);
    runs.write("in/1.jsonl", events(0, 14));

    runs.continueFrom(savepoint, pipeline);

    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(events(7, 14));
    assertThat(runs.read("duplicates")).containsExactlyInAnyOrderElementsOf(events(0, 7));
  }

  /** Between two runs: two rotations, the older file compressed, lines before and after. */
  @Test
  void goesOnWithFilesThatWereRotated() throws Exception {
    String pipeline =
        pipeline("{key: k, ttl: 1h, keep: last}", "").replace("/in\"", "/in/app.log*\"");
    runs.write("in/app.log", events(0, 10));
    String savepoint = runs.keepOpen(pipeline);
    runs.write("in/app.log.2.gz", events(0, 14));
    runs.write("in/app.log.1", events(14, 18));
    runs.write("in/app.log", events(18, 21));

    runs.continueFrom(savepoint, pipeline);

    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(events(14, 21));
    assertThat(runs.read("duplicates")).containsExactlyInAnyOrderElementsOf(events(0, 14));
  }

  @Test
  void readsAFileThatWasOverwrittenFromItsStart() throws Exception {
    String pipeline = pipeline("{key: k, ttl: 1h, keep: last}", "");
    runs.write("in/1.jsonl", events(10, 20));
    String savepoint = runs.keepOpen(pipeline);
    runs.write("in/1.jsonl", events(20, 27));

    runs.continueFrom(savepoint, pipeline);

    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(events(20, 27));
    assertThat(runs.read("duplicates")).containsExactlyInAnyOrderElementsOf(events(10, 20));
  }

  /** What three readers had read is found again among all files, by whichever reader. */
  @Test
  void findsRenamedFilesOfSeveralReaders() throws Exception {
    String pipeline =
        pipeline("{key: k, ttl: 1h, keep: last}", "settings: {parallelism: 3}")
            .replace(
                "type: file, path: \"${var:DIR}/in\"",
                "type: file, parallel: true, path: \"${var:DIR}/in\"")
            .replace("2s", "1h");
    for (int i = 0; i < 7; i++) {
      runs.write("in/" + i, events(i * 10, i * 10 + 10));
    }
    String savepoint = runs.keepOpen(pipeline);
    for (int i = 0; i < 7; i++) {
      Files.move(runs.path("in/" + i), runs.path("in/" + (char) ('z' - i)));
    }
    runs.write("in/z", events(0, 14));
    runs.write("in/0", events(70, 77));

    runs.continueFrom(savepoint, pipeline.replace("parallelism: 3", "parallelism: 2"));

    assertThat(accounted()).isEqualTo(81);
    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(events(70, 77));
  }

  /** One source ends an hour before the other: its next file is not late for that. */
  @Test
  void holdsTimeBackForTheSourceThatIsBehind() throws Exception {
    String pipeline =
        """
        version: 1
        name: two
        sources:
          a: {type: file, path: "${var:DIR}/a", time: {field: at}}
          b: {type: file, path: "${var:DIR}/b", time: {field: at}}
        steps: [{id: once, deduplicate: {key: k, ttl: 1h, order: event-time}}]
        sinks: {out: {type: file, path: "${var:DIR}/out"}}
        settings: {flink: {pipeline.auto-watermark-interval: 1ms}}
        """;
    runs.write("a/1", events(0, 1));
    runs.write("b/1", List.of(event(52), event(59)));
    String savepoint = runs.keepOpen(pipeline);
    runs.write("a/2", events(3, 4));

    runs.continueFrom(savepoint, pipeline);

    assertThat(runs.read("out")).containsExactlyInAnyOrder(event(0), event(3));
  }

  @Test
  void failsWhereTheSavepointCanNotBeWritten() throws Exception {
    runs.write("in/1.jsonl", events(0, 10));
    runs.write("taken", List.of("a file"));
    String directory = runs.path("taken") + "/savepoints";

    RunReport report =
        runs.execute(
            pipeline("{key: k, ttl: 1h, keep: last}", ""), RunOptions.PLAIN.keptOpen(directory));

    assertThat(report.failure()).hasMessage("Failed to write a savepoint to '" + directory + "'");
    assertThat(report.savepoint()).isNull();
  }

  @Test
  void refusesStateThatNoStepTakes() throws Exception {
    String pipeline = pipeline("{key: k, ttl: 1h, keep: last}", "");
    runs.write("in/1.jsonl", events(0, 10));
    String savepoint = runs.keepOpen(pipeline);
    String renamed = pipeline.replace("last.", "newest.").replace("id: last", "id: newest");

    assertThat(runs.execute(renamed, RunOptions.PLAIN.from(savepoint)).failure())
        .isInstanceOf(IncompatibleStateException.class)
        .hasMessage("Cannot restore from '" + savepoint + "': no step restores the state of 'last'")
        .extracting(failure -> ((IncompatibleStateException) failure).cure("x y.yaml"))
        .isEqualTo(
            " (drey state plan "
                + savepoint
                + " 'x y.yaml' says what to do; --allow-non-restored-state drops it)");
    RunReport letGo = runs.execute(renamed, RunOptions.PLAIN.from(savepoint).allowingNonRestored());
    assertThat(letGo.failure()).isNull();
    assertThat(letGo.counts().sum("source", "in", "events")).isZero();
  }

  private int accounted() throws Exception {
    return runs.read("out").size() + runs.read("duplicates").size();
  }

  private static String pipeline(String options, String settings) {
    return """
        version: 1
        name: kept-open
        sources: {in: {type: file, path: "${var:DIR}/in", time: {field: at, out-of-orderness: 2s}}}
        steps: [{id: last, deduplicate: %s}]
        sinks:
          out: {type: file, path: "${var:DIR}/out", mode: create}
          rest: {type: file, path: "${var:DIR}/duplicates", mode: create, from: last.duplicates}
        %s
        """
        .formatted(options, settings);
  }

  private static List<String> events(int from, int to) {
    List<String> events = new ArrayList<>();
    for (int i = from; i < to; i++) {
      events.add(event(i));
    }
    return events;
  }

  /** Seven keys in turn, an event a second. */
  private static String event(int n) {
    return "{\"n\":%d,\"k\":%d,\"at\":\"2024-01-01T10:%02d:%02dZ\"}"
        .formatted(n, n % 7, n / 60, n % 60);
  }
}
