package io.drey.state.snapshot.type;

/** A value that only the job's own classes can decode. The message names what wrote it. */
public final class UndecodableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UndecodableException(String serializer) {
    super(serializer, null, false, false);
  }
}
