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
import io.drey.jobs.yaml.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Reads test files, runs their tests and reports them. */
public final class TestSession {
  private final Terminal terminal;
  private final TestChoice choice;
  private final Path temporary;
  private final JUnitReport junit = new JUnitReport();

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
   * @throws IOException if a report or an expectation cannot be written
   */
  public int run(List<Path> paths, Map<String, String> variables) throws IOException {
    List<TestFile> files =
        paths.stream().map(path -> TestFileReader.read(path, variables)).toList();
    if (files.stream().anyMatch(TestFile::hasErrors)) {
      files.forEach(file -> file.problems().forEach(problem -> terminal.tell(problem.toString())));
      return ExitCode.INVALID_PIPELINE;
    }
    TestReport report = new TestReport(terminal, choice.detail());
    int updated = 0;
    for (TestFile file : files) {
      updated += run(file, report);
    }
    Path target = choice.junit();
    if (target != null) {
      junit.write(target);
    }
    if (report.passed() + report.failed() == 0) {
      throw new UsageException(
          "Invalid --test: must be part of the name of a test but was '"
              + String.join("', '", choice.names())
              + "'");
    }
    return end(report, updated);
  }

  /**
   * Runs tests again and again, those of a file when one of the files changes that decide on them.
   * It does not return until its thread is interrupted.
   *
   * @param found lists the test files
   */
  public void watch(Supplier<List<Path>> found, Map<String, String> variables)
      throws IOException, InterruptedException {
    Watch watch = new Watch();
    List<Path> due = found.get();
    while (true) {
      for (Path path : due) {
        watch.add(path, TestFileReader.read(path, variables).read());
      }
      watch.start();
      for (Path path : due) {
        runWatched(path, variables);
      }
      terminal.tell("watching " + watch.size() + " files; Ctrl-C ends");
      terminal.err().flush();
      due = watch.await(found);
    }
  }

  /** A file may have no test of the names that are asked for. */
  private void runWatched(Path path, Map<String, String> variables) throws IOException {
    try {
      int unused = run(List.of(path), variables);
    } catch (UsageException e) {
      terminal.tell(path + ": no test of that name");
    }
  }

  /** Returns how many expectations were written. */
  private int run(TestFile file, TestReport report) throws IOException {
    List<PipelineTest> tests = choice.of(file);
    if (tests.isEmpty()) {
      return 0;
    }
    TestRunner runner = new TestRunner(file, temporary);
    List<TestOutcome> outcomes = tests.stream().map(runner::run).toList();
    Secrets secrets = Objects.requireNonNull(file.pipeline()).secrets();
    report.add(file, outcomes, secrets::mask);
    for (TestOutcome outcome : outcomes) {
      List<String> why = TestReport.explanation(file, outcome, Terminal.NOWHERE);
      junit.add(file, outcome, secrets.mask(String.join("\n", why)));
    }
    return choice.updates() ? update(file, outcomes) : 0;
  }

  private int update(TestFile file, List<TestOutcome> outcomes) throws IOException {
    int written = Expectations.update(file.path(), outcomes);
    if (written > 0) {
      String expectations = written == 1 ? "1 expectation" : written + " expectations";
      terminal.tell(file.path() + ": " + expectations + " written");
    }
    return written;
  }

  /** A test whose expectations were all written has not failed, unless its job did. */
  private int end(TestReport report, int updated) {
    int all = report.passed() + report.failed();
    String tests = all == 1 ? "1 test" : all + " tests";
    int failed = updated > 0 ? report.broken() : report.failed();
    if (failed > 0) {
      terminal.error(failed + " of " + tests + " failed");
      return ExitCode.TESTS_FAILED;
    }
    if (choice.detail() != TestReport.Detail.NOTHING && updated == 0) {
      terminal.err().println(tests + " passed");
    }
    return ExitCode.OK;
  }
}
