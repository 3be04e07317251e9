package io.drey.operators.rule;

/**
 * An event that a rule cannot be applied to; thrown before the rule has changed anything. The event
 * leaves by {@code invalid}, with the message as the reason.
 */
public class InvalidEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidEventException(String message) {
    // No stack trace: it tells of an event, not of this code, and may come by the million.
    super(message, null, false, false);
  }
}
