package io.drey.jobs.local;

import java.io.IOException;

/** There is no savepoint to continue from where one was said to be. */
public final class UnreadableSavepointException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableSavepointException(String message) {
    super(message);
  }
}
