package io.drey.state.query;

/** A query that is right failed while it ran. The cause tells why. */
public final class QueryFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QueryFailedException(Throwable cause) {
    super("Failed to run query", cause);
  }
}
