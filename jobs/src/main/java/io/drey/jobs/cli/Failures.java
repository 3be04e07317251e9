package io.drey.jobs.cli;

import io.drey.jobs.local.IncompatibleStateException;
import io.drey.jobs.local.UnreadableSavepointException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in one line; the trace is for the log. */
public final class Failures implements IExecutionExceptionHandler {
  /** What says no more than that something else went wrong. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "CompletionException",
          "ExecutionException",
          "FlinkException",
          "JobException",
          "JobExecutionException",
          "JobInitializationException",
          "JobSubmissionException");

  /** Their messages are the paths alone. */
  private static final Map<Class<?>, String> REASONS =
      Map.of(
          AccessDeniedException.class, "permission denied",
          FileAlreadyExistsException.class, "it exists already",
          NoSuchFileException.class, "no such file or directory");

  private final Terminal terminal;

  Failures(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    terminal.error(describe(failure));
    return exitCode(failure);
  }

  static int exitCode(Throwable failure) {
    if (failure instanceof UnreadableSavepointException) {
      return ExitCode.UNREADABLE_SAVEPOINT;
    }
    return failure instanceof IncompatibleStateException
        ? ExitCode.INCOMPATIBLE_STATE
        : ExitCode.FAILED;
  }

  /** What was being done, as far as the failure tells, and what lies at its bottom. */
  public static String describe(Throwable failure) {
    if (failure instanceof IncompatibleStateException) {
      return message(failure);
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
