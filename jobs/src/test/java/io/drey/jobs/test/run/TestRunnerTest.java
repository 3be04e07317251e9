// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.test.PipelineTest;
import io.drey.jobs.test.TestFile;
import io.drey.jobs.test.TestingTestFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestRunnerTest {
  private static final String REQUEST = "{at: '2024-01-15T10:00:00Z', type: request, id: a}";

  private static final String ORDERED =
      TestingTestFile.LATENCY.replace("timeout: 30s", "timeout: 30s\n      order: event-time");

  private final Path folder;

  TestRunnerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void nothingIsDueBeforeItsInstant() {
    assertPasses(
        TestingTestFile.LATENCY,
        """
        given: [%s, advance-to: '2024-01-15T10:00:29.999Z']
        expect: {pair.unmatched: 0, state: {pair: {keys: 1}}}
        """
            .formatted(REQUEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "advance-to: '2024-01-15T10:00:30Z'",
        "advance-by: 30s",
        "restore: true, advance-to: '2024-01-15T10:00:30Z'",
        "end: true",
        "{at: '2024-01-15T10:00:30.001Z', type: other, id: b}"
      })
  void whatIsDueComesWhenTimeComesToItsInstant(String next) {
    assertPasses(
        TestingTestFile.LATENCY,
        """
        given: [%s, %s]
        expect: {pair.unmatched: [{id: a, unmatched_reason: timeout}], state: {pair: {keys: 0}}}
        """
            .formatted(REQUEST, next));
  }

  @Test
  void anEventAtOrBeforeTheTimeThatWasAdvancedToIsLate() {
    assertPasses(
        ORDERED,
        """
        given: [advance-to: '2024-01-15T10:00:00Z', %s]
        expect: {pair.late: [{id: a}]}
        """
            .formatted(REQUEST));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void stateAndTimersAndTimeOutliveARestart(int parallelism) {
    assertPasses(
        ORDERED,
        """
        given:
          - %s
          - advance-to: '2024-01-15T10:00:10Z'
          - restore: true
          - {at: '2024-01-15T10:00:10Z', type: request, id: b}
          - restore: true
          - {at: '2024-01-15T10:00:12Z', type: response, id: a}
          - advance-to: '2024-01-15T10:00:45Z'
        expect:
          pair: [{id: a, duration_ms: 12000}]
          pair.late: [{id: b}]
          state: {pair: {keys: 0}}
        parallelism: %d
        """
            .formatted(REQUEST, parallelism));
  }

  @Test
  void aSinkGetsTheFieldsThatItWrites() {
    assertPasses(
        TestingTestFile.LATENCY,
        """
        given: [%s, {at: '2024-01-15T10:00:01Z', type: response, id: a}]
        expect: {out: {exactly: [{id: a, duration_ms: 1000}]}}
        """
            .formatted(REQUEST));
  }

  @Test
  void textIsReadInTheFormatOfTheSource() {
    assertPasses(
        """
        version: 1
        sources: {rows: {type: stdin, format: csv, time: {field: at, out-of-orderness: 1s}}}
        sinks: {out: {type: stdout}}
        """,
        """
        given:
          - "at,n"
          - "2024-01-15T10:00:00Z,1"
          - |
            2024-01-15T10:00:01Z,2
            soon,3
          - {at: noon}
        expect:
          out: {exactly: [{at: '2024-01-15T10:00:00Z', n: 1}, {at: '2024-01-15T10:00:01Z', n: 2}]}
          rows.malformed:
            - {position: '%1$s:8', error: "Unreadable time in field 'at': 'soon'"}
            - {position: '%1$s:9', error: "Unreadable time in field 'at': 'noon'"}
        """
            .formatted(folder.resolve("it.test.yaml")));
  }

  @Test
  void filesAreReadInTheFormatOfTheSource() throws Exception {
    Files.writeString(folder.resolve("a.csv"), "n,user\n1,ada\n2,bob\n");
    assertPasses(
        """
        version: 1
        sources: {rows: {type: stdin, format: csv}}
        sinks: {out: {type: stdout}}
        """,
        """
        given: [file: a.csv, {n: 3}]
        expect: {out: {exactly: [{n: 1, user: ada}, {n: 2, user: bob}, {n: 3}]}}
        """);
  }

  /** As {@code drey run} does: of the sources, the one that is furthest behind. */
  @Test
  void sourcesAreReadByTime() {
    assertPasses(
        """
        version: 1
        sources:
          one: {type: stdin, time: {field: at}}
          two: {type: generate, fields: {at: 'timestamp(2024-01-01T00:00:00Z, 1s)'}, count: 1, time: {field: at}}
        sinks: {out: {type: stdout, from: [one, two]}}
        """,
        """
        given:
          one: [{at: '2024-01-15T10:00:00Z', n: 1}, {at: '2024-01-15T10:00:05Z', n: 3}]
          two: [{at: '2024-01-15T10:00:02Z', n: 2}, {at: '2024-01-15T10:00:06Z', n: 4}]
        expect: {out: [{n: 1}, {n: 2}, {n: 3}, {n: 4}]}
        """);
  }

  @Test
  void processingTimeStandsStillUntilItIsAdvanced() {
    String pipeline =
        """
        version: 1
        sources: {in: {type: stdin, time: processing}}
        steps: [{id: first, deduplicate: {key: id, ttl: 10m}}]
        sinks: {out: {type: stdout}}
        """;

    assertPasses(pipeline, "given: [{id: a}, {id: a}]\nexpect: {out: 1, first.duplicates: 1}\n");
    assertPasses(
        pipeline,
        """
        given: [{id: a}, advance-by: 9m, {id: a}, restore: true, advance-by: 1m, {id: a}]
        expect: {out: 2, first.duplicates: 1}
        """);
  }

  @ParameterizedTest
  @CsvSource({"1m, 1", "59999ms, 0"})
  void timersInProcessingTimeFireAtTheirInstant(String later, int batches) {
    assertPasses(
        """
        version: 1
        sources: {in: {type: stdin, time: processing}}
        steps: [{id: some, batch: {size: 10, timeout: 1m}}]
        sinks: {out: {type: stdout}}
        """,
        """
        given: [{id: a}, advance-by: %s]
        expect: {out: %d}
        """
            .formatted(later, batches));
  }

  @Test
  void aStepKnowsWhereAnEventIsFrom() {
    assertPasses(
        """
        version: 1
        sources: {in: {type: stdin}}
        steps: [{id: tell, script: {event: 'event.from = meta.position'}}]
        sinks: {out: {type: stdout}}
        """,
        """
        given: [{id: a}]
        expect: {out: [{from: '%s:3'}]}
        """
            .formatted(folder.resolve("it.test.yaml")));
  }

  @Test
  void theFailureOfTheJobIsThatOfTheTest() {
    TestOutcome outcome =
        run(
            """
            version: 1
            sources: {in: {type: stdin}}
            steps: [{id: it, stateful: {class: 'io.drey.jobs.function.TestingFunctions$FailingOnce', key: id}}]
            sinks: {out: {type: stdout}}
            """,
            "given: [{id: a, failed: '%s'}]\nexpect: {out: 1}\n".formatted(folder.resolve("once")));

    assertThat(outcome.isPassed()).isFalse();
    assertThat(outcome.failure()).hasRootCauseMessage("On purpose");
  }

  private void assertPasses(String pipeline, String test) {
    TestOutcome outcome = run(pipeline, test);

    assertThat(outcome.failure()).isNull();
    assertThat(outcome.differences()).isEmpty();
  }

  private TestOutcome run(String pipeline, String test) {
    TestFile file = TestingTestFile.of(folder, pipeline, "tests:\n- name: it\n" + test.indent(2));
    assertThat(file.problems()).isEmpty();
    PipelineTest only = Objects.requireNonNull(file.tests().get(0));
    assertThat(file.tests()).isEqualTo(List.of(only));
    return new TestRunner(file, folder).run(only);
  }
}
