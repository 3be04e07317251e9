// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.UsageErrors;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.local.IncompatibleStateException;
import io.drey.jobs.local.UnreadableSavepointException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Set;
import org.apache.flink.util.ExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Describes a failure in one line; the stack trace goes to the log. */
public final class Failures implements IExecutionExceptionHandler {
  /** Exceptions that only wrap a cause. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "CompletionException",
          "ExceptionInChainedOperatorException",
          "ExecutionException",
          "FlinkException",
          "JobException",
          "JobExecutionException",
          "JobInitializationException",
          "JobSubmissionException");

  /** Exceptions whose message is only a path. */
  private static final Map<Class<?>, String> REASONS =
      Map.of(
          AccessDeniedException.class, "permission denied",
          FileAlreadyExistsException.class, "it already exists",
          NoSuchFileException.class, "no such file or directory");

  /** A constant: at that point there may be no memory to build a text. */
  static final String OUT_OF_MEMORY =
      "Out of memory: state does not fit the heap (max-keys or ttl limits the state of a step,"
          + " state-backend: rocksdb keeps it on disk, DREY_JAVA_OPTS=-Xmx8g sets a larger heap)";

  private static final String OUT_OF_STACK =
      "Out of stack: too many steps one behind the other, or a function that calls itself without end"
          + " (DREY_JAVA_OPTS=-Xss8m sets a larger stack)";

  private final Terminal terminal;

  public Failures(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof UsageException wrong) {
      return UsageErrors.report(terminal, String.valueOf(wrong.getMessage()), command);
    }
    terminal.error(describe(failure));
    return exitCode(failure);
  }

  public static int exitCode(Throwable failure) {
    if (failure instanceof UnreadableSavepointException) {
      return ExitCode.UNREADABLE_SAVEPOINT;
    }
    return failure instanceof IncompatibleStateException
        ? ExitCode.INCOMPATIBLE_STATE
        : ExitCode.FAILED;
  }

  /** What failed, as far as the failure says, and the root cause. */
  public static String describe(Throwable failure) {
    if (failure instanceof IncompatibleStateException) {
      return message(failure);
    }
    if (isCausedBy(OutOfMemoryError.class, failure)) {
      return OUT_OF_MEMORY;
    }
    if (isCausedBy(StackOverflowError.class, failure)) {
      return OUT_OF_STACK;
    }
    Throwable told = failure;
    while (told.getCause() != null && isWrapper(told)) {
      told = told.getCause();
    }
    Throwable bottom = told;
    while (bottom.getCause() != null) {
      bottom = bottom.getCause();
    }
    String what = message(told);
    String why = message(bottom);
    return what.contains(why) ? what : withoutStop(what) + ": " + why;
  }

  private static boolean isCausedBy(Class<? extends Throwable> type, Throwable failure) {
    return ExceptionUtils.findThrowable(failure, type).isPresent();
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static boolean isWrapper(Throwable failure) {
    String message = failure.getMessage();
    return message == null
        || WRAPPERS.contains(failure.getClass().getSimpleName())
        || message.equals(String.valueOf(failure.getCause()));
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    if (message == null) {
      return failure.getClass().getSimpleName();
    }
    String reason = REASONS.get(failure.getClass());
    boolean isBare = failure instanceof FileSystemException file && file.getReason() == null;
    return (isBare && reason != null ? message + ": " + reason : message)
        .replaceAll("\\s*\\R\\s*", " ");
  }
}
