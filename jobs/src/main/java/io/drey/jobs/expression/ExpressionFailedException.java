package io.drey.jobs.expression;

/**
 * An expression met a limit while it ran: a result larger than 1 MiB, or nesting deeper than the
 * stack. No value of a field alone makes an expression fail.
 */
public final class ExpressionFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExpressionFailedException(String message) {
    // No stack trace: it tells of an event, not of this code, and may come by the million.
    super(message, null, false, false);
  }
}
