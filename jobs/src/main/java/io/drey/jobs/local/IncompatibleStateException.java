package io.drey.jobs.local;

/** A savepoint holds what the pipeline can't take. */
public final class IncompatibleStateException extends Exception {
  private static final long serialVersionUID = 1L;

  IncompatibleStateException(String message, Throwable cause) {
    super(message, cause);
  }
}
