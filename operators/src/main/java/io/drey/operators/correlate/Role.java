package io.drey.operators.correlate;

/** What an event is to {@link Correlate}. */
public enum Role {
  REQUEST,
  RESPONSE,
  /** Neither: it is passed by. */
  OTHER
}
