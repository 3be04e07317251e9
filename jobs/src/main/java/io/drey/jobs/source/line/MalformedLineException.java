package io.drey.jobs.source.line;

/** A line is not an event; the message says why, for the malformed record. */
public final class MalformedLineException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedLineException(String reason) {
    // No stack trace: malformed lines are data, and may come by the million.
    super(reason, null, false, false);
  }
}
