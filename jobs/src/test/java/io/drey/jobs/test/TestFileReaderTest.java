// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.yaml.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestFileReaderTest {
  private final Path folder;

  TestFileReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void reportsAllProblemsAtOnceEachWithItsPlace() {
    List<String> problems =
        problems(
            TestingTestFile.LATENCY,
            """
            test: []
            tests:
              - name: a
                givn: []
                expect: {pair.unmached: 1, state: {pare: {keys: 0}}}
              - name: a
                given: [{at: x}, advance-to: noon, advance: 3s, {restore: true, id: 1}, restore: yes]
                expect: {pair: [a], out: x, state: {pair: {key: 0}}}
                parallelism: [0, 4]
            """);

    assertThat(problems)
        .containsExactly(
            "1:1: Unknown key 'test' (did you mean 'tests'? known: pipeline, tests)",
            "3:5: tests[0] (a): Missing key 'given'",
            "4:5: tests[0] (a): Unknown key 'givn' (did you mean 'given'? known: name, given,"
                + " expect, parallelism)",
            "5:14: tests[0] (a): Unknown output 'pair.unmached' (did you mean 'pair.unmatched'?"
                + " known: events, events.malformed, pair, pair.unmatched, pair.other, pair.invalid,"
                + " out)",
            "5:40: tests[0] (a): Unknown step with state 'pare' (did you mean 'pair'? known: pair)",
            "6:11: tests[1] (a): Invalid name: must be unique (first in line 3) but was 'a'",
            "7:34: tests[1] (a): Invalid advance-to: must be an instant like 2024-01-15T10:00:30Z"
                + " but was 'noon'",
            "7:40: tests[1] (a): Unknown key 'advance' (did you mean 'advance-to'? known:"
                + " advance-to, advance-by, restore, end) (an event with that field: event: {…})",
            "7:54: tests[1] (a): Invalid restore: must stand alone (an event with that field:"
                + " event: {…})",
            "7:86: tests[1] (a): Invalid restore: must be true but was 'yes'",
            "8:21: tests[1] (a): Invalid record: must be a mapping of fields but was 'a'",
            "8:30: tests[1] (a): Invalid out: must be a list of records, {exactly: […]}, or the"
                + " number of records, but was 'x'",
            "8:48: tests[1] (a): Unknown key 'key' (did you mean 'keys'? known: keys)",
            "9:19: tests[1] (a): Invalid parallelism: must be a number from 1 on, or a list of"
                + " such numbers, but was '0'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '"',
      textBlock =
          """
          given: [{requests: []}] # 3:13: tests[0] (a): Invalid given: must name the source, like one: […] (known: one, two)
          given: {on: []} # 3:13: tests[0] (a): Unknown source 'on' (did you mean 'one'? known: one, two)
          given: {one: {id: 1}} # 3:18: tests[0] (a): Invalid one: must be a list but was a mapping
          given: {one: [restore: true]} # 3:19: tests[0] (a): Invalid given: must be an event here; what happens to all sources is an item of the list of given
          given: {one: [file: gone.jsonl]} # 3:25: tests[0] (a): Cannot read file 'gone.jsonl': no such file
          given: {two: ['{}']} # 3:19: tests[0] (a): Invalid event: must be a mapping, as source 'two' reads no text, but was '{}'
          given: {one: [[1]]} # 3:19: tests[0] (a): Invalid event: must be a mapping, or text in the format of the source, but was a list
          given: [end: true, end: true] # 3:24: tests[0] (a): Invalid given: must end with end: true
          given: [advance-by: 3] # 3:25: tests[0] (a): Invalid advance-by: must be a duration like 30s but was '3'
          given: x # 3:12: tests[0] (a): Invalid given: must be a list, or a mapping of sources to lists, but was 'x'
          """)
  void reportsWhatCannotBeGiven(String given, String problem) {
    String pipeline =
        """
        version: 1
        sources:
          one: {type: stdin}
          two: {type: generate, fields: {n: sequence(1)}, count: 3}
        sinks: {out: {type: discard, from: [one, two]}}
        """;

    assertThat(
            problems(
                pipeline, "tests:\n  - name: a\n    %s\n    expect: {out: 1}\n".formatted(given)))
        .containsExactly(
            problem.strip().replace("gone.jsonl", folder.resolve("gone.jsonl").toString()));
  }

  @Test
  void saysWhereItLooksForThePipeline() throws Exception {
    Path alone = Files.writeString(folder.resolve("alone.test.yaml"), "tests: [{name: a}]\n");

    assertThat(problems(TestFileReader.read(alone, Map.of())))
        .containsExactly(
            "1:1: Cannot find the pipeline: no file '"
                + folder.resolve("alone.yaml")
                + "' (or name it: pipeline: FILE)");
  }

  @Test
  void reportsTheErrorsOfThePipeline() {
    assertThat(problems("version: 1\n", "tests: [{name: a, given: [], expect: {x: 1}}]\n"))
        .containsExactly("1:1: Missing key 'sources'", "1:1: Missing key 'sinks'");
  }

  @Test
  void readsThePipelineThatItNames() throws Exception {
    Files.writeString(folder.resolve("other.yaml"), TestingTestFile.LATENCY);
    Path tests =
        Files.writeString(
            folder.resolve("some.test.yaml"),
            "pipeline: other.yaml\ntests: [{name: a, given: [], expect: {pair: 0}}]\n");

    TestFile file = TestFileReader.read(tests, Map.of());

    assertThat(file.problems()).isEmpty();
    assertThat(file.tests()).extracting(PipelineTest::name).containsExactly("a");
    assertThat(file.read()).containsExactly(tests, folder.resolve("other.yaml"));
  }

  private List<String> problems(String pipeline, String tests) {
    return problems(TestingTestFile.of(folder, pipeline, tests));
  }

  private static List<String> problems(TestFile file) {
    return file.problems().stream()
        .map(Problem::toString)
        .map(problem -> problem.replaceFirst(".*?\\.yaml:", ""))
        .toList();
  }
}
