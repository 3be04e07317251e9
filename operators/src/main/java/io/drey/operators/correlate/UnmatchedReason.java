// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

/** Why an event is unmatched. */
public enum UnmatchedReason {
  /** A request that found no response in time. */
  TIMEOUT("timeout"),
  /** A response that found no request in time. */
  NO_REQUEST("no_request"),
  /** A request that was replaced by another one. */
  REPLACED("replaced"),
  /** A request that arrived while an earlier one was pending. */
  REPEATED("repeated"),
  /** A request or response whose key was evicted, since there were too many keys. */
  EVICTED("evicted");

  private final String text;

  UnmatchedReason(String text) {
    this.text = text;
  }

  /** The text in outputs. */
  public String text() {
    return text;
  }
}
