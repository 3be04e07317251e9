// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cli.run.RunLog;
import io.drey.jobs.cli.test.TestChoice;
import io.drey.jobs.cli.test.TestReport;
import io.drey.jobs.cli.test.TestSession;
import io.drey.jobs.local.TemporaryFiles;
import io.drey.jobs.test.TestFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Runs the tests of pipelines. */
final class TestCommand implements Command {
  private final Terminal terminal;

  private final Options options =
      new Options("Runs the tests of pipelines: the *.test.yaml beside them, time under control.");
  private final PipelineArguments arguments = new PipelineArguments(options);
  private final Value<List<String>> named =
      options.values("--test", "NAME", String.class, "run only the tests whose name contains NAME");
  private final OptionalValue<Path> junit =
      options.value("--junit", "FILE", Path.class, "write a report in JUnit's XML to FILE");
  private final Flag update =
      options.flag(
          "--update",
          "write what came as expectation into the test files, and show the difference");
  private final Flag watch =
      options.flag(
          "--watch", "run tests again when a file that decides on them changes, until Ctrl-C");
  private final Flag quiet = options.flag("-q, --quiet", "print only the tests that failed");
  private final Flag verbose =
      options.flag("-v, --verbose", "print each test and how long it took");
  private final Value<List<Path>> files =
      options.optionalParameters(
          "FILE",
          Path.class,
          "pipelines, test files or folders; if left out, the current folder and those below");

  TestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() throws Exception {
    List<Path> found = Usage.check(this::find);
    try (TemporaryFiles temporary = TemporaryFiles.claim();
        RunLog log = RunLog.open(temporary.directory(), false, false)) {
      TestSession session = new TestSession(terminal, choice(), temporary.directory());
      return Usage.check(arguments::jars).within(() -> run(session, found));
    }
  }

  private int run(TestSession session, List<Path> found) {
    try {
      if (watch.isGiven()) {
        session.watch(this::find, arguments.variables());
      }
      return session.run(found, arguments.variables());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.OK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TestChoice choice() {
    return new TestChoice(
        named.get(),
        TestReport.Detail.of(quiet.isGiven(), verbose.isGiven()),
        update.isGiven(),
        junit.get());
  }

  private List<Path> find() {
    List<Path> from = files.get().isEmpty() ? List.of(Path.of("")) : files.get();
    try {
      return TestFiles.of(from);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the test files: " + e.getMessage(), e);
    }
  }
}
