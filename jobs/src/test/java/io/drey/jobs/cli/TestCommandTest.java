// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.test.TestingTestFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
  private static final String TESTS =
      """
      tests:
        - name: is paired
          given:
            - {at: '2024-01-15T10:00:00Z', type: request, id: a}
            - {at: '2024-01-15T10:00:01Z', type: response, id: a}
          expect:
            pair: [{id: a, duration_ms: 1000}]
        - name: is unmatched
          given:
            - {at: '2024-01-15T10:00:00Z', type: request, id: a}
            - advance-to: '2024-01-15T10:00:31Z'
          expect:
            pair.unmatched:
              - {id: b, unmatched_reason: timeout}
              - {id: c}
            pair: 1
            state: {pair: {keys: 2}}
      """;

  private final Path folder;

  TestCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void showsWhatCameBesideWhatWasExpected() {
    Path tests = TestingTestFile.write(folder, TestingTestFile.LATENCY, TESTS);

    assertThat(here(TestingTerminal.run("test", tests.toString())))
        .isEqualTo(
            new TestingDrey.Ended(
                4,
                """
                it.test.yaml: 1 passed, 1 failed

                  failed is unmatched
                  it.test.yaml:14:9: pair.unmatched: 2 expected, 1 came
                    expected                        came
                  ≠ line 14
                  ≠   id: "b"                         id: "a"
                      unmatched_reason: "timeout"     unmatched_reason: "timeout"
                                                      also: at, type
                  - {"id":"c"}                      (did not come)
                  it.test.yaml:16:13: pair: 1 expected, 0 came
                  it.test.yaml:17:28: state of pair: 2 keys expected, 0 found
                  what else came: events 1

                """,
                "drey: 1 of 2 tests failed\n"));
  }

  @Test
  void aTerminalShowsAllOfItInItsWidth() {
    String wide = TESTS.replace("id: b,", "id: b, note: 'one two three four five six seven',");
    Path tests = TestingTestFile.write(folder, TestingTestFile.LATENCY, wide);

    TestingDrey.Ended ended = new TestingTerminal(44).execute("test", "-q", tests.toString());

    assertThat(ended.out().lines().skip(4).limit(9))
        .containsExactly(
            "    expected             came",
            "  ≠ line 14",
            "  ≠   id: \"b\"              id: \"a\"",
            "  ≠   note: \"one two       (no field)",
            "    three four five",
            "    six seven\"",
            "      unmatched_reason:     unmatched_reason:",
            "    \"timeout\"            \"timeout\"",
            "                           also: at, type");
  }

  @Test
  void runsTheTestsThatAreNamed() {
    Path tests = TestingTestFile.write(folder, TestingTestFile.LATENCY, TESTS);

    assertThat(here(TestingTerminal.run("test", folder.toString(), "--test", "paired")))
        .isEqualTo(new TestingDrey.Ended(0, "it.test.yaml: 1 passed\n", "1 test passed\n"));
    assertThat(here(TestingTerminal.run("test", "-q", tests.toString(), "--test", "paired")))
        .isEqualTo(new TestingDrey.Ended(0, "", ""));
    assertThat(here(TestingTerminal.run("test", tests.toString(), "--test", "x")))
        .isEqualTo(
            new TestingDrey.Ended(
                2,
                "",
                "drey: Invalid --test: must be part of the name of a test but was 'x' (see drey"
                    + " test --help)\n"));
  }

  @Test
  void noTestIsNoSuccess() throws Exception {
    Path alone = Files.writeString(folder.resolve("alone.yaml"), "");

    assertThat(TestingTerminal.run("test", folder.toString()).err())
        .isEqualTo(
            "drey: Cannot find tests: no *.test.yaml in '%s' or below (see drey test --help)\n"
                .formatted(folder));
    assertThat(here(TestingTerminal.run("test", alone.toString())))
        .isEqualTo(
            new TestingDrey.Ended(
                2,
                "",
                "drey: Cannot find tests: no file 'alone.test.yaml' beside 'alone.yaml' (see drey"
                    + " test --help)\n"));
    assertThat(here(TestingTerminal.run("test", folder.resolve("gone.yaml").toString())).err())
        .isEqualTo("drey: Cannot find tests: no such file 'gone.yaml' (see drey test --help)\n");
  }

  @Test
  void aFileWithErrorsRunsNothing() {
    Path tests =
        TestingTestFile.write(folder, TestingTestFile.LATENCY, TESTS.replace("pair: 1", "pear: 1"));

    assertThat(here(TestingTerminal.run("test", tests.toString())))
        .isEqualTo(
            new TestingDrey.Ended(
                3,
                "",
                "it.test.yaml:16:7: tests[1] (is unmatched): Unknown output 'pear' (did you mean"
                    + " 'pair'? known: events, events.malformed, pair, pair.unmatched, pair.other,"
                    + " pair.invalid, out)\n"));
  }

  private TestingDrey.Ended here(TestingDrey.Ended ended) {
    return new TestingDrey.Ended(ended.exit(), here(ended.out()), here(ended.err()));
  }

  private String here(String text) {
    return text.replace(folder + "/", "");
  }
}
