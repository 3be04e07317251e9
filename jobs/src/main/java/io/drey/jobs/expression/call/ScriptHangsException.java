// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.syntax.SourcePositions;
import java.time.Duration;

/**
 * A script did not finish in time. This fails the job, since it does not depend on the event alone:
 * another machine may be faster.
 */
public final class ScriptHangsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final Duration LIMIT = Duration.ofSeconds(10);

  private final int line;
  private final int column;

  ScriptHangsException(int line, int column) {
    this("Failed to run script: not finished after " + LIMIT.toSeconds() + " s", line, column);
  }

  private ScriptHangsException(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** The same with the position in the script. */
  public ScriptHangsException in(SourcePositions places) {
    String message = places.at(line, column) + ": " + getMessage();
    return new ScriptHangsException(message, line, column);
  }
}
