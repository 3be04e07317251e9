package io.drey.jobs.expression.call;

import io.drey.jobs.expression.syntax.SourcePositions;
import java.time.Duration;

/**
 * A script has not come to an end in time. That is no property of its event, for another machine
 * may be faster: it fails the job.
 */
public final class ScriptHangsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final Duration LIMIT = Duration.ofSeconds(10);

  private final int line;
  private final int column;

  ScriptHangsException(int line, int column) {
    this("Failed to run script: not over after " + LIMIT.toSeconds() + " s", line, column);
  }

  private ScriptHangsException(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** The same, saying where the script is. */
  public ScriptHangsException in(SourcePositions places) {
    String message = places.at(line, column) + ": " + getMessage();
    return new ScriptHangsException(message, line, column);
  }
}
