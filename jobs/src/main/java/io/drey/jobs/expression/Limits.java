package io.drey.jobs.expression;

/** What an expression may make of an event. Sizes only, never time: the answer must not vary. */
final class Limits {
  /** Characters of a string, or bytes of JSON, that an expression builds. */
  static final int RESULT = 1 << 20;

  private Limits() {}

  static void checkResult(long size) {
    if (size > RESULT) {
      throw new ExpressionFailedException(
          "Invalid result: must be at most " + RESULT + " characters but was " + size);
    }
  }
}
