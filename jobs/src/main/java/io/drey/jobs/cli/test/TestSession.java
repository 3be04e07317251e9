// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.test;

import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.test.PipelineTest;
import io.drey.jobs.test.TestFile;
import io.drey.jobs.test.TestFileReader;
import io.drey.jobs.test.run.TestOutcome;
import io.drey.jobs.test.run.TestRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads test files, runs their tests and reports them. */
public final class TestSession {
  private final Terminal terminal;
  private final TestChoice choice;
  private final Path temporary;

  /**
   * @param temporary a directory for the files of jobs
   */
  public TestSession(Terminal terminal, TestChoice choice, Path temporary) {
    this.terminal = terminal;
    this.choice = choice;
    this.temporary = temporary;
  }

  /**
   * Runs the tests of some files, unless one of these has errors.
   *
   * @param variables those set on the command line
   * @return the exit code
   */
  public int run(List<Path> paths, Map<String, String> variables) {
    List<TestFile> files =
        paths.stream().map(path -> TestFileReader.read(path, variables)).toList();
    if (files.stream().anyMatch(TestFile::hasErrors)) {
      files.forEach(file -> file.problems().forEach(problem -> terminal.tell(problem.toString())));
      return ExitCode.INVALID_PIPELINE;
    }
    if (files.stream().allMatch(file -> choice.of(file).isEmpty())) {
      throw new UsageException(
          "Invalid --test: must be part of the name of a test but was '"
              + String.join("', '", choice.names())
              + "'");
    }
    TestReport report = new TestReport(terminal, choice.detail());
    files.forEach(file -> run(file, report));
    return end(report);
  }

  private void run(TestFile file, TestReport report) {
    List<PipelineTest> tests = choice.of(file);
    if (!tests.isEmpty()) {
      TestRunner runner = new TestRunner(file, temporary);
      List<TestOutcome> outcomes = tests.stream().map(runner::run).toList();
      report.add(file, outcomes, Objects.requireNonNull(file.pipeline()).secrets()::mask);
    }
  }

  private int end(TestReport report) {
    int all = report.passed() + report.failed();
    String tests = all == 1 ? "1 test" : all + " tests";
    if (report.failed() > 0) {
      terminal.error(report.failed() + " of " + tests + " failed");
      return ExitCode.TESTS_FAILED;
    }
    if (choice.detail() != TestReport.Detail.NOTHING) {
      terminal.err().println(tests + " passed");
    }
    return ExitCode.OK;
  }
}
