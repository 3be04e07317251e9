// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

/** The exit codes of all commands. */
public final class ExitCode {
  public static final int OK = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int INVALID_PIPELINE = 3;
  public static final int TESTS_FAILED = 4;
  public static final int INCOMPATIBLE_STATE = 5;
  public static final int UNREADABLE_SAVEPOINT = 6;

  private ExitCode() {}
}
