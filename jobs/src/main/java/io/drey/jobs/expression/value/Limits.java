// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

/** Limits of expressions: on sizes only, never on time, so that results do not vary. */
public final class Limits {
  /** Characters of a string, or of JSON, that an expression builds. */
  static final int RESULT = 1 << 20;

  /** Characters of JSON that a script may touch in state, set, or emit for one event. */
  public static final long TOUCHED = 64L << 20;

  /** The number of iterations of all loops of a script for one event. */
  public static final int LOOPS = 1_000_000;

  /** Characters that the calls and operators of a script may work on for one event. */
  public static final long WORK = 256L << 20;

  private Limits() {}

  public static void checkResult(long size) {
    if (size > RESULT) {
      throw tooLarge(size, RESULT);
    }
  }

  public static ExpressionFailedException tooLarge(long size, long limit) {
    String thing = limit == RESULT ? "result" : "results of an event";
    return new ExpressionFailedException(
        "Invalid " + thing + ": must be at most " + limit + " characters but was " + size);
  }

  static ExpressionFailedException tooDeep(int depth) {
    return new ExpressionFailedException(
        "Invalid result: must not be nested deeper than " + Branch.DEEPEST + " but was " + depth);
  }

  public static ExpressionFailedException tooMuchWork(long limit) {
    return new ExpressionFailedException(
        "Invalid script: must work on at most "
            + limit
            + " characters of texts, lists and objects for an event but worked on more");
  }

  public static ExpressionFailedException tooManyLoops() {
    return new ExpressionFailedException(
        "Invalid loops: must have at most " + LOOPS + " iterations in total but had more");
  }
}
