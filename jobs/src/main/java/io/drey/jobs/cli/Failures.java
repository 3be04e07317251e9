package io.drey.jobs.cli;

import org.apache.flink.util.ExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in one line; the trace is for the log. */
final class Failures implements IExecutionExceptionHandler {
  private final Terminal terminal;

  Failures(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    terminal.error(describe(failure));
    return failure instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.FAILED;
  }

  /** The message of what lies at the bottom of a failure. */
  static String describe(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    Throwable unwrapped = ExceptionUtils.stripExecutionException(cause);
    String message = unwrapped.getMessage();
    return message == null ? unwrapped.getClass().getSimpleName() : message;
  }
}
