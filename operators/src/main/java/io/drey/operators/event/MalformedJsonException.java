package io.drey.operators.event;

/** The bytes are not one JSON object in valid UTF-8; the message says why and at which byte. */
public final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedJsonException(String reason, int offset) {
    // No stack trace: malformed lines are data, and may come by the million.
    super(reason + " at byte " + offset, null, false, false);
  }
}
