package io.drey.jobs.cli;

import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, and where it says what they can be. */
final class UsageErrors implements IParameterExceptionHandler {
  private final Terminal terminal;

  UsageErrors(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    boolean unused = UnmatchedArgumentException.printSuggestions(failure, terminal.err());
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    terminal.error(failure.getMessage() + " (see " + command + " --help)");
    return ExitCode.USAGE;
  }
}
