package io.drey.operators.correlate;

/** Why an event left without its other half. */
public enum UnmatchedReason {
  /** A request that found no response in time. */
  TIMEOUT("timeout"),
  /** A response that found no request in time. */
  NO_REQUEST("no_request"),
  /** A request that a later one took the place of. */
  REPLACED("replaced"),
  /** A request that came while one before it was pending. */
  REPEATED("repeated"),
  /** A request or response whose key was given up, since there were too many. */
  EVICTED("evicted");

  private final String text;

  UnmatchedReason(String text) {
    this.text = text;
  }

  /** As outputs show it. */
  public String text() {
    return text;
  }
}
