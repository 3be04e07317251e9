// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports wrong arguments, and the help that describes them. */
final class UsageErrors implements IParameterExceptionHandler {
  private final Terminal terminal;

  UsageErrors(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    return report(
        terminal,
        String.valueOf(failure.getMessage()),
        suggestion(failure),
        failure.getCommandLine());
  }

  /** Reports a mistake that only the command can tell, and returns the exit code. */
  static int report(Terminal terminal, String mistake, CommandLine command) {
    return report(terminal, mistake, "", command);
  }

  private static int report(
      Terminal terminal, String mistake, String suggestion, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    terminal.error(mistake + " (" + suggestion + "see " + name + " --help)");
    return ExitCode.USAGE;
  }

  private static String suggestion(ParameterException failure) {
    return failure instanceof UnmatchedArgumentException unmatched
            && !unmatched.getSuggestions().isEmpty()
        ? "did you mean '" + unmatched.getSuggestions().get(0) + "'? "
        : "";
  }
}
