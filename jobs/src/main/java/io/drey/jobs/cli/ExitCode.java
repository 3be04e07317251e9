package io.drey.jobs.cli;

/** What a command's exit code says. */
final class ExitCode {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int INVALID_PIPELINE = 3;
  static final int INCOMPATIBLE_STATE = 5;
  static final int UNREADABLE_SAVEPOINT = 6;

  private ExitCode() {}
}
