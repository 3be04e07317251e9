// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.cli.command.Commands;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cluster.SubmittedJob;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The program in the job jar, which Flink's client or the cluster starts: {@code flink run
 * drey-job.jar PIPELINE}.
 */
public final class JobMain {
  private static final String NAME = "flink run drey-job.jar";

  private JobMain() {}

  public static void main(String[] arguments) throws Exception {
    PrintWriter out = new PrintWriter(System.out, true, UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    Terminal terminal = new Terminal(out, err, false, false);
    SubmittedJob job = SubmittedJob.current();
    JobCommand command = new JobCommand(terminal, job);
    CommandLine line = Commands.whole(command).setCommandName(NAME).setOut(out).setErr(err);
    int code;
    try {
      line.parseArgs(arguments);
      code = line.isUsageHelpRequested() ? help(line, out) : command.call();
    } catch (ParameterException | UsageException e) {
      terminal.error(e.getMessage() + " (see " + NAME + " --help)");
      code = ExitCode.USAGE;
    }
    end(job, code);
  }

  private static int help(CommandLine line, PrintWriter out) {
    line.usage(out);
    return ExitCode.OK;
  }

  /**
   * A client ends with the exit code; a process of the cluster goes on, and is told of a failure.
   */
  private static void end(SubmittedJob job, int code) {
    if (code == ExitCode.OK) {
      return;
    }
    if (job.isInCluster()) {
      throw new IllegalArgumentException(
          "Failed to make a job of the pipeline: standard error says why");
    }
    System.exit(code);
  }
}
