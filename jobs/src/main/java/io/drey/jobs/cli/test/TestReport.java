// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.test;

import io.drey.jobs.cli.output.Style;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cli.run.Failures;
import io.drey.jobs.pipeline.Output;
import io.drey.jobs.test.Expected;
import io.drey.jobs.test.TestFile;
import io.drey.jobs.test.run.Came;
import io.drey.jobs.test.run.Difference;
import io.drey.jobs.test.run.TestOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Prints the outcomes of tests, file by file, and counts them. */
public final class TestReport {
  /** What is printed of tests that pass. */
  public enum Detail {
    NOTHING,
    FILES,
    TESTS;

    /** That of the options of a command. */
    public static Detail of(boolean quiet, boolean verbose) {
      Detail loud = verbose ? TESTS : FILES;
      return quiet ? NOTHING : loud;
    }
  }

  private final Terminal terminal;
  private final Detail detail;
  private int passed;
  private int failed;
  private int broken;

  TestReport(Terminal terminal, Detail detail) {
    this.terminal = terminal;
    this.detail = detail;
  }

  int passed() {
    return passed;
  }

  int failed() {
    return failed;
  }

  /** How many failed since their job did. */
  int broken() {
    return broken;
  }

  /**
   * Prints the tests of a file.
   *
   * @param masked masks the secrets of the pipeline
   */
  void add(TestFile file, List<TestOutcome> outcomes, UnaryOperator<String> masked) {
    long wrong = outcomes.stream().filter(outcome -> !outcome.isPassed()).count();
    failed += (int) wrong;
    passed += outcomes.size() - (int) wrong;
    broken += (int) outcomes.stream().filter(outcome -> outcome.failure() != null).count();
    if (detail != Detail.NOTHING || wrong > 0) {
      print(heading(file, outcomes.size() - wrong, wrong));
    }
    for (TestOutcome outcome : outcomes) {
      if (!outcome.isPassed()) {
        failure(file, outcome).forEach(line -> print(masked.apply(line)));
      } else if (detail == Detail.TESTS) {
        String millis = " (" + outcome.elapsed().toMillis() + " ms)";
        print(terminal.styledOut(Style.GOOD, "  passed ") + outcome.test().name() + millis);
      }
    }
    terminal.out().flush();
  }

  private String heading(TestFile file, long right, long wrong) {
    List<String> counts = new ArrayList<>();
    if (right > 0) {
      counts.add(terminal.styledOut(Style.GOOD, right + " passed"));
    }
    if (wrong > 0) {
      counts.add(terminal.styledOut(Style.BAD, wrong + " failed"));
    }
    return file.path() + ": " + String.join(", ", counts);
  }

  private List<String> failure(TestFile file, TestOutcome outcome) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(terminal.styledOut(Style.BAD, "  failed ") + outcome.test().name());
    lines.addAll(explanation(file, outcome, terminal));
    lines.add("");
    return lines;
  }

  /** Why a test failed. */
  static List<String> explanation(TestFile file, TestOutcome outcome, Terminal terminal) {
    List<String> lines = new ArrayList<>();
    Throwable failure = outcome.failure();
    if (failure != null) {
      String place = file.path() + ":" + outcome.test().at() + ": ";
      lines.add("  " + place + "the job failed: " + Failures.describe(failure));
    }
    for (Difference difference : outcome.differences()) {
      lines.addAll(DifferenceText.of(difference, file.path().toString(), terminal));
    }
    Came came = outcome.came();
    if (came != null) {
      lines.add("  what else came: " + others(outcome, came));
    }
    return lines;
  }

  private static String others(TestOutcome outcome, Came came) {
    Set<Output> expected =
        outcome.test().outputs().stream().map(Expected::output).collect(Collectors.toSet());
    String others =
        came.records().entrySet().stream()
            .filter(entry -> !expected.contains(entry.getKey()))
            .map(entry -> entry.getKey() + " " + entry.getValue().size())
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? "nothing" : others;
  }

  private void print(String line) {
    terminal.out().println(line);
  }
}
